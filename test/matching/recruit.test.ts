import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assign } from '../../shared/matching/assign.ts'
import type { Person } from '../../shared/matching/person.ts'
import { type MatchingRules, rulesFor } from '../../shared/matching/rules.ts'
import { scorePair } from '../../shared/matching/score.ts'
import { recruits } from '../../shared/matching/words/recruit.ts'
import { seatingOf } from '../../shared/matching/words/seating.ts'
import { aMentee, aMentor } from '../support/people.ts'
import { smallPool, someSettings } from './pools.ts'
import { aPopulation } from './population.ts'

/** One more mentor of each kind, and the round run again. */
function expectRecruits(people: readonly Person[], rules: MatchingRules, seats: number): void {
  const result = assign(people, rules)
  const list = recruits(seatingOf(people, rules, result), seats)
  const out = people.filter(({ id }) => result.unplaced.some(({ mentee }) => mentee === id))
  for (const { mentor, places, suits } of list) {
    expect(mentor.capacity).toBe(seats)
    expect(assign([...people, mentor], rules).placed - result.placed).toBe(places)
    expect(out.filter((mentee) => 'score' in scorePair(mentee, mentor, rules)).length).toBe(suits)
  }
  const counts = list.map(({ places }) => places)
  expect(counts).toEqual(counts.toSorted((one, other) => other - one))
}

describe('where to recruit', () => {
  test('says exactly how many more one mentor would place', () => {
    fc.assert(
      fc.property(smallPool, someSettings, fc.integer({ min: 1, max: 4 }), (people, settings, seats) => {
        expectRecruits(people, rulesFor(people, settings), seats)
      }),
      { numRuns: 150 },
    )
  })

  test('counts whom chains of exchanges place', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const people = aPopulation({ mentees: 30, mentors: 12, seats: 2, seed })
        expectRecruits(people, rulesFor(people), 5)
      }),
      { numRuns: 5 },
    )
  })

  test('names the kind that helps most people first', () => {
    const nights = { availability: ['sat-night'], languages: ['es'] } satisfies Partial<Person>
    const people = [
      aMentee({ id: 'a', ...nights }),
      aMentee({ id: 'b', ...nights }),
      aMentee({ id: 'c', availability: ['mon-morning'], departments: ['lis'], topics: ['team'] }),
      aMentor({ availability: ['tue-evening'] }),
    ]
    const rules = rulesFor(people)
    const [first, second] = recruits(seatingOf(people, rules, assign(people, rules)))
    expect(first).toMatchObject({ places: 2, suits: 2 })
    expect(first?.words).toBe(
      'Recruiting a mentor who works in hematology, offers certification exam preparation, is free on weekend nights, likes video calls and speaks Spanish places 2 more mentees.',
    )
    expect(second).toMatchObject({ places: 1, suits: 1, mentor: { departments: ['lis'] } })
  })

  test('is empty when everybody has a mentor', () => {
    const people = [aMentee(), aMentor()]
    const rules = rulesFor(people)
    expect(recruits(seatingOf(people, rules, assign(people, rules)))).toEqual([])
  })
})
