import type { Programme } from '../domain/programme.ts'
import { isChecked, NOT_CHECKED } from '../domain/round.ts'
import { inParallel } from '../parallel.ts'
import type { Table } from '../store/client.ts'
import type { MailStore } from '../store/mails.ts'
import type { MatchStore } from '../store/matches.ts'
import type { ProfileStore } from '../store/profiles.ts'
import type { RoundStore } from '../store/rounds.ts'
import { figuresOf } from './figures.ts'
import { heldRound } from './held.ts'
import { introducing } from './introduce.ts'
import { telling } from './tell.ts'

type Deps = {
  table: Pick<Table, 'transact'>
  rounds: RoundStore
  profiles: ProfileStore
  matches: MatchStore
  mails: MailStore
  programme: Programme
}

/** At the same time. */
const WIDTH = 8
/** Mentors, or mentees left out, between two signs of progress. */
const STEP = 100

/**
 * Introduces the drafted pairs, mentor by mentor, then tells those left out. Begun again after a crash it goes on with
 * what is still drafted, and with whom nobody has told. A draft that should have been checked and was not is refused.
 */
export const publishRound =
  (deps: Deps) =>
  async (roundId: string, clock: () => Date): Promise<void> => {
    const { rounds, matches } = deps
    const found = await rounds.get(roundId)
    if (found?.status !== 'drafted' || found.progress.phase === 'done') return
    const round = heldRound(deps, found, clock)
    if (!isChecked(found)) return round.fail(NOT_CHECKED)

    const all = await matches.ofRound(roundId)
    const drafts = all.filter(({ status }) => status === 'drafted')
    const settings = found.settings ?? deps.programme
    const introduce = introducing(deps, settings, clock)
    await inSteps(
      [...Map.groupBy(drafts, ({ mentorId }) => mentorId)],
      ([mentorId, drafted]) => introduce(mentorId, drafted),
      (rest) => round.reach('publishing', all.length - rest.flatMap(([, drafted]) => drafted).length, all.length),
    )

    const unplaced = await matches.unplacedOf(roundId)
    await inSteps(unplaced, telling(deps, clock), (rest) =>
      round.reach('telling', unplaced.length - rest.length, unplaced.length),
    )

    const introduced = (await matches.ofRound(roundId)).filter(({ introducedAt }) => introducedAt)
    const figures = figuresOf(introduced, settings.rules)
    await round.release({
      status: 'published',
      publishedAt: clock().toISOString(),
      progress: { phase: 'done', done: all.length, total: all.length },
      summary: found.summary && { ...found.summary, ...figures, unplaced: unplaced.length },
      pins: undefined,
    })
  }

/** Works on all items, and says before each step what is left to do. */
async function inSteps<T>(
  items: readonly T[],
  work: (item: T) => Promise<void>,
  sayLeft: (rest: readonly T[]) => Promise<void>,
): Promise<void> {
  for (let done = 0; done < items.length; done += STEP) {
    await sayLeft(items.slice(done))
    await inParallel(items.slice(done, done + STEP), WIDTH, work)
  }
}
