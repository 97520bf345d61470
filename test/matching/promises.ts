import { expect } from 'vitest'
import type { Assignment } from '../../shared/matching/assign.ts'
import type { Person } from '../../shared/matching/person.ts'
import type { MatchingRules } from '../../shared/matching/rules.ts'
import { scorePair } from '../../shared/matching/score.ts'

/** What holds for every assignment, best or not: seats, hard rules, nobody twice or forgotten, and sums that add up. */
export function expectKept(people: readonly Person[], rules: MatchingRules, result: Assignment): void {
  const byId = new Map(people.map((person) => [person.id, person]))
  const seats = new Map<string, number>()
  let [total, waits] = [0, 0]
  for (const { mentee, mentor, score, parts, seat } of result.pairs) {
    const [one, other] = [byId.get(mentee), byId.get(mentor)]
    if (one?.role !== 'mentee' || other?.role !== 'mentor') throw new Error(`${mentee} and ${mentor} are no pair`)
    expect({ score, parts }).toEqual(scorePair(one, other, rules))
    expect(seat).toBe((seats.get(mentor) ?? 0) + 1)
    expect(seat).toBeLessThanOrEqual(other.capacity ?? 1)
    seats.set(mentor, seat)
    total += score - rules.loadPenalty * (seat - 1)
    waits += one.roundsWaited ?? 0
  }
  expect(result).toMatchObject({ placed: result.pairs.length, totalScore: total, waits })
  const heard = [...result.pairs, ...result.unplaced].map(({ mentee }) => mentee)
  expect(heard.sort()).toEqual(
    people
      .filter(({ role }) => role === 'mentee')
      .map(({ id }) => id)
      .sort(),
  )
}
