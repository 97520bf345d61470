import type { Context } from 'aws-lambda'
import { followUpMatch } from '../shared/follow-up.ts'
import { logError } from '../shared/http.ts'
import { inParallel } from '../shared/parallel.ts'
import { deployedProgramme } from '../shared/settings.ts'
import { deployedTable } from '../shared/store/client.ts'
import { mailStore } from '../shared/store/mails.ts'
import { matchStore } from '../shared/store/matches.ts'
import { profileStore } from '../shared/store/profiles.ts'

/** At the same time. */
const WIDTH = 8
/** Enough to finish those that are begun. */
const SPARE_MS = 15_000

const table = deployedTable()
const matches = matchStore(table)
const followUp = followUpMatch({
  table,
  matches,
  profiles: profileStore(table),
  mails: mailStore(table),
  programme: deployedProgramme(),
})
const clock = () => new Date()

/**
 * Each minute: asks how introductions go, and closes silent ones. What it does not get to is still due the next time; one
 * that fails does not stop the others.
 */
export async function handler(_event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>): Promise<void> {
  const failures: unknown[] = []
  for await (const ids of matches.due(clock())) {
    await inParallel(ids, WIDTH, async (id) => {
      if (context.getRemainingTimeInMillis() < SPARE_MS) return
      await followUp(id, clock).catch((error: unknown) => {
        logError('A match could not be followed up.', error, { matchId: id })
        failures.push(error)
      })
    })
  }
  if (failures.length) throw failures[0]
}
