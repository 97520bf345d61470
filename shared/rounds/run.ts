import type { Programme } from '../domain/programme.ts'
import { failedRound, isDraft, mustBeChecked, REPLACED, type Round, type RoundSettings } from '../domain/round.ts'
import { rulesFor, verify } from '../matching/index.ts'
import { accountOf } from '../matching/words/account.ts'
import type { Table } from '../store/client.ts'
import type { MatchStore } from '../store/matches.ts'
import type { ProfileStore } from '../store/profiles.ts'
import type { ProofStore } from '../store/proofs.ts'
import type { RoundStore } from '../store/rounds.ts'
import type { Write } from '../store/write.ts'
import { summaryOf, writeDraft } from './draft.ts'
import { heldRound } from './held.ts'
import type { Pairing } from './pair.ts'
import { pinned } from './pins.ts'
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
 * last write, which makes the draft official, and takes the place of the one that it is meant to replace.
 *
 * A pool for which there is no room here is refused, or handed on: before the round is touched, or it would be in two
 * hands when handing on is tried twice. A pairing that does not stand up to its check fails the round. A pin that has
 * become impossible since somebody asked for it is left out.
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
    const pool = await profiles.pool((count) => round.pass('reading', count, size))
    const total = pool.length

    await enter('matching', total)
    const { weights, rules: limits }: RoundSettings = found.settings ?? programme
    const settings = { weights, rules: limits, at: clock().toISOString() }
    const { people, kept } = pinned(pool, found.pins ?? [], rulesFor([], settings))
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
    const summary = { ...summaryOf(people, assignment, rules), ...verdict }
    const progress = (phase: 'publish-requested' | 'done') => ({ phase, done: lines, total: lines })
    const pins = kept.length ? kept : undefined
    const draft = { status: 'drafted' as const, summary, report, settings: { weights, rules: limits }, pins }
    const replacing = found.replaces === undefined ? undefined : takingThePlaceOf(found.replaces, rounds)
    if (found.publish) await round.keep({ ...draft, progress: progress('publish-requested') }, replacing)
    else await round.release({ ...draft, progress: progress('done') }, replacing)
  }

/** One that was published meanwhile, or thrown away, stays what it is. */
const takingThePlaceOf = (id: string, rounds: RoundStore) => async (): Promise<Write[]> => {
  const old = await rounds.get(id)
  return old && isDraft(old) ? [rounds.changing(failedRound(old, REPLACED))] : []
}

const refuted = (why: string): string =>
  [
    `The pairing was checked before anybody saw it, and is not the best one: ${why}`,
    'Nobody was paired. This is a mistake in Benchmate; please report it.',
  ].join(' ')
