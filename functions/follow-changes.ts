import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import * as z from 'zod'
import { PROFILE_STATUSES } from '../shared/domain/profile.ts'
import { ROLES } from '../shared/domain/profile-form.ts'
import { deployedSeating } from '../shared/events/deployed-seating.ts'
import { forgetAttendee } from '../shared/events/forget-attendee.ts'
import { forgetProfile } from '../shared/forget.ts'
import { deployedTask } from '../shared/rounds/hand-on.ts'
import { pairingOn } from '../shared/rounds/pair.ts'
import { publishRound } from '../shared/rounds/publish.ts'
import { lambdaExpecting } from '../shared/rounds/room.ts'
import { runRound } from '../shared/rounds/run.ts'
import { currentProgramme, deployedProgramme } from '../shared/settings.ts'
import { addressStore } from '../shared/store/addresses.ts'
import { deployedTable } from '../shared/store/client.ts'
import { mailStore } from '../shared/store/mails.ts'
import { matchStore } from '../shared/store/matches.ts'
import { noteStore } from '../shared/store/notes.ts'
import { profileStore } from '../shared/store/profiles.ts'
import { proofStore } from '../shared/store/proofs.ts'
import { registrationStore } from '../shared/store/registrations.ts'
import { roundStore } from '../shared/store/rounds.ts'
import { eachRecord, streamText } from '../shared/stream.ts'

const RoundItem = z.object({ id: streamText, status: streamText })
const ProfileItem = z.object({
  id: streamText,
  role: streamText.pipe(z.enum(ROLES)),
  status: streamText.pipe(z.enum(PROFILE_STATUSES)),
  addressHash: streamText,
})

const table = deployedTable()
const matches = matchStore(table)
const programme = currentProgramme(table)
const place = lambdaExpecting(deployedProgramme().peopleExpected)
const deps = {
  table,
  addresses: addressStore(table),
  rounds: roundStore(table),
  profiles: profileStore(table),
  matches,
  mails: mailStore(table),
  notes: noteStore(table),
  proofs: proofStore(table),
  place,
  pair: pairingOn(place.threads),
  handOn: deployedTask(),
}
const forget = forgetProfile(deps)
/** With weights and rules as organizers have set them by now. */
const now = async () => ({ ...deps, programme: await programme() })
const forgetAtEvents = forgetAttendee({
  ...deps,
  registrations: registrationStore(table),
  seats: deployedSeating(table),
})
const clock = () => new Date()

/**
 * What must happen next, after a change of the table. The patterns in `infra/matching.ts` let through: a round that was
 * started, one that is to be published, one that failed; and a profile that was deleted. DynamoDB lets only two
 * functions read a stream, so this one follows all that is not mail.
 */
async function follow({ eventName, dynamodb }: DynamoDBRecord): Promise<void> {
  if (eventName === 'REMOVE') {
    const gone = ProfileItem.parse(dynamodb?.OldImage)
    await forgetAtEvents(gone, clock())
    return forget(gone)
  }
  const { id, status } = RoundItem.parse(dynamodb?.NewImage)
  if (eventName === 'INSERT') return runRound(await now())(id, clock)
  return status === 'failed' ? matches.clearDraft(id) : publishRound(await now())(id, clock)
}

export const handler = (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => eachRecord(event, follow)
