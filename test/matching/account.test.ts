import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assign, highestTotal } from '../../shared/matching/assign.ts'
import type { Person } from '../../shared/matching/person.ts'
import { type MatchingRules, rulesFor } from '../../shared/matching/rules.ts'
import { scorePair } from '../../shared/matching/score.ts'
import { accountOf } from '../../shared/matching/words/account.ts'
import { smallPool, someSettings } from './pools.ts'
import { aPopulation } from './population.ts'

describe('the highest total', () => {
  test('is that of all assignments there are, whoever they leave out', () => {
    fc.assert(
      fc.property(smallPool, someSettings, (people, settings) => {
        const rules = rulesFor(people, settings)
        expect(highestTotal(people, rules)).toBe(highestOfAll(people, rules))
      }),
      { numRuns: 1000 },
    )
  })

  test('is never less than that of a round, which places as many as it can', () => {
    for (let seed = 0; seed < 20; seed++) {
      const people = aPopulation({ mentees: 60, mentors: 20, seats: 2, seed })
      const rules = rulesFor(people, { rules: { loadPenalty: 50 } })
      expect(highestTotal(people, rules)).toBeGreaterThanOrEqual(assign(people, rules).totalScore)
    }
  })
})

describe('an account', () => {
  const people = aPopulation({ mentees: 60, mentors: 12, seats: 2, seed: 5 })
  const rules = rulesFor(people)
  const result = assign(people, rules)
  const { ranks, leftOut, report } = accountOf(people, rules, result, [])

  test('ranks every pair for either side', () => {
    expect([...ranks.keys()]).toEqual(result.pairs.map(({ mentee }) => mentee))
    for (const { forMentee, forMentor } of ranks.values()) {
      expect(forMentee).toMatch(/^The .*mentors?, with \d+ points?/)
      expect(forMentor).toMatch(/^The .*mentees?, with \d+ points?/)
    }
  })

  test('says of everybody left out why, who competed and what would have helped', () => {
    expect([...leftOut.keys()]).toEqual(result.unplaced.map(({ mentee }) => mentee))
    for (const { mentee, reason, detail } of result.unplaced) {
      const told = leftOut.get(mentee)?.detail ?? ''
      expect(told.startsWith(detail)).toBe(true)
      if (reason === 'seats') expect(told).toMatch(/share \d+ seats? with \d+ mentors?/)
    }
  })

  test('says where to recruit and what placing as many as possible costs', () => {
    expect(report.recruit.length).toBeGreaterThan(0)
    expect(report.priceOfPlacing).toBe(highestTotal(people, rules) - result.totalScore)
  })
})

/** By trying everything; a mentee may stay out though somebody would take her. */
function highestOfAll(people: readonly Person[], rules: MatchingRules): number {
  const mentors = people.filter(({ role }) => role === 'mentor')
  const mentees = people.filter(({ role }) => role === 'mentee')
  const used = mentors.map(() => 0)
  const visit = (n: number): number => {
    const mentee = mentees[n]
    if (!mentee) return 0
    let best = mentee.pin === undefined ? visit(n + 1) : Number.NEGATIVE_INFINITY
    mentors.forEach((mentor, m) => {
      const pair = scorePair(mentee, mentor, rules)
      const taken = used[m] ?? 0
      if ('barrier' in pair || taken >= (mentor.capacity ?? 1)) return
      if (mentee.pin !== undefined && mentee.pin !== mentor.id) return
      used[m] = taken + 1
      best = Math.max(best, pair.score - rules.loadPenalty * taken + visit(n + 1))
      used[m] = taken
    })
    return best
  }
  return visit(0)
}
