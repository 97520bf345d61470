import type { Profile } from '../shared/domain/profile.ts'
import { atTime, isGone } from '../shared/domain/standing.ts'
import { logError } from '../shared/http.ts'
import { departing } from '../shared/leave.ts'
import { deployedProgramme } from '../shared/settings.ts'
import { addressStore } from '../shared/store/addresses.ts'
import { deployedTable } from '../shared/store/client.ts'
import { mailStore } from '../shared/store/mails.ts'
import { matchStore } from '../shared/store/matches.ts'
import { profileStore } from '../shared/store/profiles.ts'
import { untilFresh } from '../shared/store/write.ts'

/** At most so many a call: whoever is left has their turn a minute later. */
const MOST = 100

const table = deployedTable()
const profiles = profileStore(table)
const depart = departing({
  addresses: addressStore(table),
  profiles,
  matches: matchStore(table),
  mails: mailStore(table),
  programme: deployedProgramme(),
})

/**
 * Each minute: who left long enough ago is deleted, and whose pause is over takes part again. What it does not get done,
 * because it was killed or somebody else was faster, is still due the next time.
 */
export async function handler(): Promise<void> {
  const due = await profiles.due(new Date(), MOST)
  const failures: unknown[] = []
  for (const id of due) {
    await tend(id).catch((error: unknown) => {
      logError('A profile could not be tended.', error, { profileId: id })
      failures.push(error)
    })
  }
  if (failures.length) throw failures[0]
}

const tend = (id: string): Promise<void> =>
  untilFresh(async () => {
    const [now, profile] = [new Date(), await profiles.get(id)]
    if (!profile) return
    if (isGone(profile, now)) return table.transact(await depart(profile, now))
    const later: Profile = atTime(profile, now)
    if (later !== profile) await table.transact([profiles.changing(later)])
  })
