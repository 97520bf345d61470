import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assign } from '../../shared/matching/assign.ts'
import type { Person } from '../../shared/matching/person.ts'
import { type MatchingRules, rulesFor } from '../../shared/matching/rules.ts'
import { scorePair } from '../../shared/matching/score.ts'
import { rivalsIn, rivalsInWords } from '../../shared/matching/words/rivals.ts'
import { seatingOf } from '../../shared/matching/words/seating.ts'
import { aMentee, aMentor } from '../support/people.ts'
import { smallPool, someSettings } from './pools.ts'
import { aPopulation } from './population.ts'

/** Every group that competes: it is named in full, depends on its mentors alone, and is larger than their seats. */
function expectRivals(people: readonly Person[], rules: MatchingRules): void {
  const result = assign(people, rules)
  const rivalsOf = rivalsIn(seatingOf(people, rules, result))
  const byId = new Map(people.map((person) => [person.id, person]))
  const mentorsFor = (mentee: string): string[] =>
    people
      .filter(({ role, capacity = 1 }) => role === 'mentor' && capacity > 0)
      .filter((mentor) => 'score' in scorePair(byId.get(mentee) ?? mentor, mentor, rules))
      .map(({ id }) => id)
  const wait = (id: string) => byId.get(id)?.roundsWaited ?? 0
  for (const { mentee, reason } of result.unplaced) {
    const rivals = rivalsOf(mentee)
    expect(rivals !== undefined).toBe(reason === 'seats')
    if (!rivals) continue
    expect(rivals.mentees).toContain(mentee)
    expect(new Set(rivals.mentees).size).toBe(rivals.mentees.length)
    for (const one of rivals.mentees) {
      expect(rivals.mentors).toEqual(expect.arrayContaining(mentorsFor(one)))
      expect(wait(one)).toBeGreaterThanOrEqual(wait(mentee))
    }
    const seats = rivals.mentors.reduce((sum, id) => sum + (byId.get(id)?.capacity ?? 1), 0)
    expect(rivals.seats).toBe(seats)
    expect(rivals.mentees.length).toBeGreaterThan(seats)
  }
  for (const { mentee } of result.pairs) expect(rivalsOf(mentee)).toBeUndefined()
}

describe('the group that competes for seats', () => {
  test('has fewer seats than mentees who depend on them, in small pools of every kind', () => {
    fc.assert(
      fc.property(smallPool, someSettings, (people, settings) => {
        expectRivals(people, rulesFor(people, settings))
      }),
      { numRuns: 700 },
    )
  })

  test('has fewer seats than mentees in pools with many groups', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 3 }), (seed, seats) => {
        const people = aPopulation({ mentees: 40, mentors: 14, seats, seed })
        expectRivals(people, rulesFor(people))
      }),
      { numRuns: 30 },
    )
  })

  test('holds whoever could be exchanged, and nobody else', () => {
    const people = [
      aMentee({ id: 'a' }),
      aMentee({ id: 'b', departments: ['hematology', 'chemistry'], roundsWaited: 1 }),
      aMentee({ id: 'c', departments: ['chemistry'], topics: ['ce'], roundsWaited: 1 }),
      aMentee({ id: 'elsewhere', departments: ['lis'], topics: ['team'] }),
      aMentor({ id: 'blood' }),
      aMentor({ id: 'chemist', departments: ['chemistry'], topics: ['ce'] }),
      aMentor({ id: 'informatics', departments: ['lis'], topics: ['team'] }),
    ]
    const rules = rulesFor(people)
    const rivals = rivalsIn(seatingOf(people, rules, assign(people, rules)))('a')
    expect(rivals).toEqual({ mentees: ['a', 'b', 'c'], mentors: ['blood', 'chemist'], seats: 2 })
    expect(rivals && rivalsInWords(rivals)).toBe(
      '3 mentees, you and others who waited as long or longer, share 2 seats with 2 mentors.',
    )
  })

  test('leaves out the seats that pins took', () => {
    const people = [
      aMentee({ id: 'a', pin: 'mentor' }),
      aMentee({ id: 'b' }),
      aMentee({ id: 'c' }),
      aMentor({ capacity: 2 }),
    ]
    const rules = rulesFor(people)
    const rivalsOf = rivalsIn(seatingOf(people, rules, assign(people, rules)))
    expect([rivalsOf('b'), rivalsOf('c')]).toContainEqual({ mentees: ['b', 'c'], mentors: ['mentor'], seats: 1 })
  })
})
