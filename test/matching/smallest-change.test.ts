import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Assignment, assign } from '../../shared/matching/assign.ts'
import type { Person } from '../../shared/matching/person.ts'
import { type MatchingRules, rulesFor } from '../../shared/matching/rules.ts'
import { seatCosts } from '../../shared/matching/words/seat-costs.ts'
import { seatingOf } from '../../shared/matching/words/seating.ts'
import { smallestChanges } from '../../shared/matching/words/smallest-change.ts'
import { whyNobody } from '../../shared/matching/words/why-nobody.ts'
import { wideningsOf } from '../../shared/matching/words/widenings.ts'
import { aMentee, aMentor } from '../support/people.ts'
import { smallPool, someSettings } from './pools.ts'
import { aPopulation } from './population.ts'

const has = ({ pairs }: Assignment, id: string) => pairs.some(({ mentee }) => mentee === id)
const worth = ({ placed, waits, totalScore }: Assignment) => ({ placed, waits, totalScore })
const instead = (people: readonly Person[], person: Person) =>
  people.map((one) => (one.id === person.id ? person : one))
const twins = (mentor: Person, seats: number): Person[] =>
  Array.from({ length: seats }, (_, n) => ({ ...mentor, id: `${mentor.id} ${n}` }))

/** Each change does what it says, and where there is none, nothing would have helped for certain. */
function expectChanges(people: readonly Person[], rules: MatchingRules): void {
  const result = assign(people, rules)
  const changes = smallestChanges(seatingOf(people, rules, result))
  expect(changes.size).toBeLessThanOrEqual(result.unplaced.length)
  for (const { mentee } of result.unplaced) {
    const change = changes.get(mentee)
    const person = people.find(({ id }) => id === mentee)
    if (!person) throw new Error(`Who is ${mentee}?`)
    if (change?.kind === 'answer') {
      const then = assign(instead(people, change.person), rules)
      expect(has(then, mentee)).toBe(true)
      expect(then.placed).toBe(result.placed + (change.costs === 'nobody' ? 1 : 0))
      continue
    }
    for (const widening of wideningsOf(person, ['en', 'es'])) {
      const then = assign(instead(people, widening.person), rules)
      if (has(then, mentee)) expect(worth(then)).toEqual(worth(result))
    }
    if (change) expect(has(assign([...people, ...twins(change.mentor, change.seats)], rules), mentee)).toBe(true)
  }
}

describe('the smallest change that would place somebody', () => {
  test('does so when the round is run again; and where no answer helps, none does', () => {
    fc.assert(
      fc.property(smallPool, someSettings, (people, settings) => {
        expectChanges(people, rulesFor(people, settings))
      }),
      { numRuns: 40 },
    )
  })

  test('does so in larger pools, where chains are long', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 4 }), (seed, seats) => {
        const people = aPopulation({ mentees: 30, mentors: 10, seats, seed })
        expectChanges(people, rulesFor(people))
      }),
      { numRuns: 3 },
    )
  })

  const changeFor = (...people: Person[]) => {
    const rules = rulesFor(people)
    const [why] = whyNobody(seatingOf(people, rules, assign(people, rules)))
    return why
  }

  test('is the answer that is easiest to change', () => {
    const why = changeFor(aMentee({ meeting: ['phone'] }), aMentor())
    expect(why?.change).toMatchObject({ kind: 'answer', field: 'meeting', costs: 'nobody', mentor: 'mentor' })
    expect(why?.words).toEqual([
      '1 mentor has a free seat; that one does not like to meet as you do.',
      'You would have a mentor if you also liked video calls.',
    ])
  })

  test.each<[string, Partial<Person>, Partial<Person>]>([
    [
      'you were also free on Tuesday evenings',
      { availability: ['mon-night'] },
      { availability: ['tue-evening', 'tue-night'] },
    ],
    ['you also chose the topic team building', {}, { topics: ['team'], departments: ['lis'] }],
    [
      'you also chose the department LIS',
      { topics: ['ce', 'team', 'time', 'conflict', 'society', 'licence'] },
      { departments: ['lis'] },
    ],
    [
      'you allowed a mentor from your own employer',
      { employer: 'Mercy', avoidSameEmployer: true },
      { employer: 'Mercy' },
    ],
    ['you also spoke Spanish', {}, { languages: ['es'] }],
  ])('can be: %s', (words, mentee, mentor) => {
    expect(changeFor(aMentee(mentee), aMentor(mentor))?.change?.words).toBe(`You would have a mentor if ${words}.`)
  })

  test('says so when somebody else would lose the seat', () => {
    // The second way to meet is worth 13 points, the gap of four years instead of ten costs 9.
    const why = changeFor(
      aMentee({ id: 'a' }),
      aMentee({ id: 'b', yearsOfExperience: 8 }),
      aMentor({ meeting: ['video', 'phone', 'messages'] }),
    )
    expect(why).toMatchObject({ mentee: 'b', change: { field: 'meeting', costs: 'somebody' } })
    expect(why?.words.at(-1)).toBe(
      'You would have a mentor, and somebody else would not, if you also liked phone calls.',
    )
  })

  test('is a seat when every answer is as wide as it can be', () => {
    const why = changeFor(aMentee({ id: 'a', roundsWaited: 1 }), aMentee({ id: 'b' }), aMentor())
    expect(why?.change).toMatchObject({
      kind: 'seat',
      seats: 1,
      mentor: { role: 'mentor', departments: ['hematology'] },
    })
    expect(why?.words).toEqual([
      '1 mentor has a free seat; the one free seat there went to somebody else.',
      '2 mentees, you and others who waited as long or longer, share 1 seat with 1 mentor.',
      'One more seat with a mentor who offers certification exam preparation, works in hematology and is free when you are would place you.',
    ])
  })

  test('is nothing when no mentor could have enough more experience', () => {
    expect(changeFor(aMentee({ yearsOfExperience: 59 }), aMentor())).toMatchObject({
      reason: 'experience',
      change: undefined,
    })
  })

  test('claims no less when chains are too many to follow', () => {
    const people = aPopulation({ mentees: 30, mentors: 10, seats: 2, seed: 7 })
    const rules = rulesFor(people)
    const seating = seatingOf(people, rules, assign(people, rules))
    const exact = seatCosts(seating)
    for (const [column, cost] of seatCosts(seating, 0).entries())
      expect(cost).toBeGreaterThanOrEqual(exact[column] ?? 0)
  })
})
