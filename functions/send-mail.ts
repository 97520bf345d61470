import { setTimeout as pause } from 'node:timers/promises'
import type { Context, DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import * as z from 'zod'
import type { MailKind } from '../shared/domain/mail-facts.ts'
import { env } from '../shared/env.ts'
import { deployedLinks } from '../shared/links.ts'
import { sendDue } from '../shared/mail/outgoing.ts'
import { deployedSes, sendWith } from '../shared/mail/sender.ts'
import { stillWanted } from '../shared/mail/still-wanted.ts'
import { sharedTurns } from '../shared/mail/turns.ts'
import { remembered } from '../shared/remembered.ts'
import { currentProgramme, deployedProgramme } from '../shared/settings.ts'
import { deployedTable } from '../shared/store/client.ts'
import { mailStore } from '../shared/store/mails.ts'
import { matchStore } from '../shared/store/matches.ts'
import { profileStore } from '../shared/store/profiles.ts'
import { registrationStore } from '../shared/store/registrations.ts'
import { suppressionStore } from '../shared/store/suppressions.ts'
import { turnsStore } from '../shared/store/turns.ts'
import { wordsStore } from '../shared/store/words.ts'

const Stored = z.object({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) })
/** Enough for one more mail: a wait for its turn, and three tries when SES is slow or throttles. */
const SPARE_MS = 25_000
const MOST_A_LOOK = 200

const table = deployedTable()
const mails = mailStore(table)
const words = wordsStore(table)
const [{ mailsPerSecond }, currently] = [deployedProgramme(), currentProgramme(table)]
const configurationSet = env('CONFIGURATION_SET')
const time = { clock: () => new Date(), pause: (milliseconds: number) => pause(milliseconds) }
const [ses, links] = [deployedSes(), await deployedLinks()]
const deps = {
  table,
  mails,
  suppressionOf: suppressionStore(table).get,
  stillWanted: stillWanted({
    profiles: profileStore(table),
    matches: matchStore(table),
    registrations: registrationStore(table),
  }),
  turns: sharedTurns({
    plan: turnsStore(table),
    perSecond: mailsPerSecond,
    random: Math.random,
    ...time,
  }),
  ...time,
}

/** What organizers have changed is read once a call, and once for each kind of mail in it, not for each mail. */
function delivering() {
  const edited = remembered(async (kind: MailKind) => (await words.get(kind)).phrases)
  const settings = remembered((_: 'now') => currently())
  return sendDue({
    ...deps,
    send: sendWith({ ses, links, programme: () => settings('now'), words: edited, configurationSet }),
  })
}

/** Called with new mail by the table's stream, and each minute, without records, for what has become due since. */
export async function handler(
  event: Partial<DynamoDBStreamEvent>,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<DynamoDBBatchResponse> {
  const deliver = delivering()
  const thereIsTime = () => context.getRemainingTimeInMillis() > SPARE_MS
  if (event.Records) {
    const keys = event.Records.map(({ dynamodb }) => Stored.parse(dynamodb?.Keys))
    await deliver(
      keys.map(({ pk, sk }) => ({ pk: pk.S, sk: sk.S })),
      thereIsTime,
    )
    return { batchItemFailures: [] }
  }
  const look = () => mails.due(new Date(), MOST_A_LOOK)
  for (let due = await look(); due.length && thereIsTime(); due = await look()) await deliver(due, thereIsTime)
  return { batchItemFailures: [] }
}
