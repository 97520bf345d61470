import type { Programme } from '../domain/programme.ts'
import { mustBeChecked, type Round } from '../domain/round.ts'
import { rulesFor, verify } from '../matching/index.ts'
import { accountOf } from '../matching/words/account.ts'
import type { Table } from '../store/client.ts'
import type { MatchStore } from '../store/matches.ts'
import type { ProfileStore } from '../store/profiles.ts'
import type { ProofStore } from '../store/proofs.ts'
import type { RoundStore } from '../store/rounds.ts'
import { summaryOf, writeDraft } from './draft.ts'
import { heldRound } from './held.ts'
import type { Pairing } from './pair.ts'
import { fits, type Place, refusal } from './room.ts'
import { stopwatch } from './stopwatch.ts'

type Deps = {
  table: Pick<Table, 'transact'>
  rounds: RoundStore
  profiles: ProfileStore
  matches: MatchStore
  proofs: ProofStore
  programme: Programme
  pair: Pairing
  /** Where this runs. */
  place: Place
  /** Has the round run where there is more room, if there is such a place; asked again, it is still run once. */
  handOn?: ((roundId: string) => Promise<void>) | undefined
}

/**
 * Pairs the pool and writes the draft. Begun again after a crash it does all of it again: nothing counts before the
 * last write, which makes the draft official.
 *
 * A pool for which there is no room here is refused, or handed on: before the round is touched, or it would be in two
 * hands when handing on is tried twice. A pairing that does not stand up to its check fails the round.
 */
export const runRound =
  (deps: Deps) =>
  async (roundId: string, clock: () => Date): Promise<void> => {
    const { rounds, profiles, matches, proofs, programme, pair, place, handOn } = deps
    const found = await rounds.get(roundId)
    if (found?.status !== 'running') return
    const size = await profiles.poolSize()
    const tooLarge = !fits(size, place)
    if (tooLarge && handOn) return handOn(roundId)
    const round = heldRound(deps, found, clock)
    if (tooLarge) return round.fail(refusal(size, place))

    const watch = stopwatch(clock)
    const enter = (phase: Round['progress']['phase'], total: number) => {
      watch.enter(phase)
      return round.reach(phase, 0, total)
    }
    await enter('reading', size)
    const people = await profiles.pool((count) => round.pass('reading', count, size))
    const total = people.length

    await enter('matching', total)
    const settings = { weights: programme.weights, rules: programme.rules, at: clock().toISOString() }
    const rules = rulesFor(people, settings)
    const assignment = await pair(people, rules, (phase, done) => {
      watch.enter(phase)
      return round.pass(phase, Math.round(done * total), total)
    })

    const mustCheck = mustBeChecked(total)
    if (mustCheck) await enter('verifying', total)
    const verdict = mustCheck ? verify(people, rules, assignment) : undefined
    if (verdict?.optimal === false) return round.fail(refuted(verdict.violation.message))

    await enter('explaining', total)
    const account = accountOf(people, rules, assignment, watch.done())
    const lines = await writeDraft(matches, round, { roundId, people, rules, assignment, account })
    const { report } = account
    const { waits, certificate } = assignment
    await proofs.put(roundId, { settings, people: total, waits, certificate })
    const summary = { ...summaryOf(people, assignment), ...verdict }
    const progress = (phase: 'publish-requested' | 'done') => ({ phase, done: lines, total: lines })
    if (found.publish) await round.keep({ status: 'drafted', summary, report, progress: progress('publish-requested') })
    else await round.release({ status: 'drafted', summary, report, progress: progress('done') })
  }

const refuted = (why: string): string =>
  [
    `The pairing was checked before anybody saw it, and is not the best one: ${why}`,
    'Nobody was paired. This is a mistake in Benchmate; please report it.',
  ].join(' ')
