import type { Assignment } from '../assign.ts'
import { byId } from '../order.ts'
import type { Person } from '../person.ts'
import { seatsOf } from '../pool.ts'
import { type MatchingRules, rulesFor } from '../rules.ts'
import { scorePair } from '../score.ts'
import { assignKeeping } from './assign-keeping.ts'
import { type Change, changedPeople, changedSettings } from './change.ts'
import type { Before } from './warm-start.ts'

/** A mentee whose mentor is another one than before. Each score is by the rules of its time. */
type Move = Readonly<{
  mentee: string
  from?: string | undefined
  to?: string | undefined
  scoreBefore?: number | undefined
  scoreAfter?: number | undefined
}>

/** What pairs are worth by some rules. */
type Worth = Readonly<{
  placed: number
  totalScore: number
  /** Pairs that cannot be: a rule forbids them, a seat is missing, or somebody is gone. They count nothing. */
  impossible: number
}>

export type WhatIf = Readonly<{
  people: readonly Person[]
  rules: MatchingRules
  result: Assignment
  /** In the order of the mentees' ids; of mentees who are still there. */
  moved: readonly Move[]
  placedBefore: number
  placedAfter: number
  /** The pairs of before and after, each by the rules (and answers) of before and of after. */
  totals: Readonly<Record<'before' | 'after', Readonly<Record<'byOldRules' | 'byNewRules', Worth>>>>
  /** True when it is certain that no best assignment moves fewer pairs of before; see `tiesOf`. */
  fewest: boolean
}>

/**
 * What would be, had something been different: the best assignment for that, and who moves. Of equally good ones it is
 * one that keeps the most pairs of before, so a move is never a tie that fell another way; a change that changes nothing
 * moves nobody. Started from the prices of before, which makes most changes cheaper than a round anew.
 *
 * Throws a ZodError when the new settings are wrong, and a PoolError as `assign` does.
 */
export function whatIf(before: Before, change: Change): WhatIf {
  const people = changedPeople(before.people, change)
  const rules = rulesFor(people, changedSettings(before.rules, change))
  const pairs = new Map(before.result.pairs.map((pair) => [pair.mentee, pair]))
  const wished = new Map(before.result.pairs.map(({ mentee, mentor }) => [mentee, mentor]))
  const { result, mostKept } = assignKeeping(people, rules, wished, before)
  const now = new Map(result.pairs.map((pair) => [pair.mentee, pair]))
  const moved = people
    .filter(({ id, role }) => role === 'mentee' && pairs.get(id)?.mentor !== now.get(id)?.mentor)
    .sort(byId)
    .map(({ id }): Move => {
      const [one, other] = [pairs.get(id), now.get(id)]
      return { mentee: id, from: one?.mentor, to: other?.mentor, scoreBefore: one?.score, scoreAfter: other?.score }
    })
  const [byOldRules, byNewRules] = [worthBy([...people, ...before.people], before.rules), worthBy(people, rules)]
  return {
    people,
    rules,
    result,
    moved,
    placedBefore: pairs.size,
    placedAfter: result.placed,
    totals: {
      before: { byOldRules: byOldRules(before.result.pairs), byNewRules: byNewRules(before.result.pairs) },
      after: { byOldRules: byOldRules(result.pairs), byNewRules: byNewRules(result.pairs) },
    },
    fewest: mostKept,
  }
}

/** Of people with the same id the last counts. */
function worthBy(people: readonly Person[], rules: MatchingRules) {
  const known = new Map(people.map((person) => [person.id, person]))
  return (pairs: Assignment['pairs']): Worth => {
    const used = new Map<string, number>()
    const worth = { placed: 0, totalScore: 0, impossible: 0 }
    for (const { mentee, mentor } of pairs) {
      const [one, other] = [known.get(mentee), known.get(mentor)]
      const pair = one && other && scorePair(one, other, rules)
      const taken = used.get(mentor) ?? 0
      if (!pair || 'barrier' in pair || taken >= seatsOf(other)) {
        worth.impossible++
        continue
      }
      used.set(mentor, taken + 1)
      worth.placed++
      worth.totalScore += pair.score - rules.loadPenalty * taken
    }
    return worth
  }
}
