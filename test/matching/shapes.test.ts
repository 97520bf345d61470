import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assign, assignWith } from '../../shared/matching/assign.ts'
import type { Person } from '../../shared/matching/person.ts'
import { rulesFor } from '../../shared/matching/rules.ts'
import { verify } from '../../shared/matching/verify.ts'
import { scanHere } from '../../shared/scan-threads.ts'
import { aMentee, aMentor } from '../support/people.ts'
import { bruteForce } from './brute-force.ts'
import { bestFlow } from './min-cost-flow.ts'
import { hostilePools } from './pools.ts'
import { aPopulation } from './population.ts'
import { expectKept } from './promises.ts'

const many = (count: number, make: (n: number) => Person): Person[] => Array.from({ length: count }, (_, n) => make(n))

function assigned(people: readonly Person[]) {
  const rules = rulesFor(people)
  const result = assign(people, rules)
  expectKept(people, rules, result)
  expect(verify(people, rules, result)).toEqual({ optimal: true, bound: result.totalScore })
  return { ...result, rules }
}

describe('hostile pools', () => {
  test('nobody at all', () => {
    expect(assigned([])).toMatchObject({ placed: 0, totalScore: 0, waits: 0, pairs: [], unplaced: [] })
  })

  test('mentors without mentees', () => {
    expect(assigned(many(3, (n) => aMentor({ id: `m${n}` })))).toMatchObject({ placed: 0, unplaced: [] })
  })

  test('mentees without mentors', () => {
    const { unplaced } = assigned(many(3, (n) => aMentee({ id: `e${n}` })))
    expect(unplaced.map(({ reason }) => reason)).toEqual(['no-mentors', 'no-mentors', 'no-mentors'])
  })

  test('everybody identical: every seat is taken', () => {
    const people = [
      ...many(20, (n) => aMentor({ id: `m${10 + n}`, capacity: 4 })),
      ...many(100, (n) => aMentee({ id: `e${100 + n}` })),
    ]
    expect(assigned(people).placed).toBe(80)
  })

  test('one mentor whom everybody suits, and others whom nobody does', () => {
    const people = [
      aMentor({ id: 'popular', capacity: 5 }),
      ...many(30, (n) => aMentor({ id: `m${n}`, meeting: ['in-person'], capacity: 5 })),
      ...many(50, (n) => aMentee({ id: `e${n}`, roundsWaited: n % 8 })),
    ]
    const { placed, waits, unplaced } = assigned(people)
    expect([placed, waits]).toEqual([5, 35])
    expect(new Set(unplaced.map(({ reason }) => reason))).toEqual(new Set(['seats']))
  })

  test('no pair allowed', () => {
    const people = [
      ...many(20, (n) => aMentor({ id: `m${n}`, languages: ['es'] })),
      ...many(40, (n) => aMentee({ id: `e${n}` })),
    ]
    const { placed, unplaced } = assigned(people)
    expect([placed, unplaced.length]).toEqual([0, 40])
  })

  test('ties everywhere, with rules that only allow some pairs', () => {
    const people = [
      ...many(30, (n) => aMentor({ id: `m${n}`, yearsOfExperience: n, capacity: 2 })),
      ...many(60, (n) => aMentee({ id: `e${n}`, yearsOfExperience: n % 29, roundsWaited: n % 3 })),
    ]
    const { rules, ...result } = assigned(people)
    expect(result).toMatchObject(bestFlow(people, rules))
  })

  test('far more seats than mentees', () => {
    const people = [
      ...many(30, (n) => aMentor({ id: `m${n}`, capacity: 1_000_000_000 })),
      ...many(10, (n) => aMentee({ id: `e${n}` })),
    ]
    const { placed, pairs } = assigned(people)
    expect([placed, ...new Set(pairs.map(({ seat }) => seat))]).toEqual([10, 1])
  })

  test('far more mentees than seats', () => {
    const people = [
      aMentor({ id: 'm' }),
      ...many(500, (n) => aMentee({ id: `e${n}`, roundsWaited: n === 321 ? 1 : 0 })),
    ]
    expect(assigned(people)).toMatchObject({ placed: 1, pairs: [{ mentee: 'e321' }] })
  })

  test('2,000 people', () => {
    const { placed, unplaced } = assigned(aPopulation({ mentees: 1600, mentors: 400, seats: 5, seed: 1 }))
    expect(placed + unplaced.length).toBe(1600)
    expect(placed).toBeGreaterThan(1000)
  })

  test('2,000 identical people', () => {
    const people = [
      ...many(400, (n) => aMentor({ id: `m${n}`, capacity: 3 })),
      ...many(1600, (n) => aMentee({ id: `e${n}` })),
    ]
    expect(assigned(people).placed).toBe(1200)
  })

  // Once, everybody whose turn fell into the other block looked at the same few mentors, and proofs took dozens of rounds.
  test('blocks of identical people who have no language in common, and as many seats as they need', async () => {
    const languages = (n: number, size: number) => ({ languages: [n < size / 2 ? 'en' : 'es'] })
    const people = [
      ...many(600, (n) => aMentor({ id: `m${String(n).padStart(3, '0')}`, ...languages(n, 600) })),
      ...many(600, (n) => aMentee({ id: `e${String(n).padStart(3, '0')}`, ...languages(n, 600) })),
    ]
    expect(assigned(people).placed).toBe(600)
    const phases: string[] = []
    await assignWith(people, rulesFor(people), { scannerFor: scanHere, watch: (phase) => phases.push(phase) })
    expect(phases.filter((phase) => phase === 'proving').length).toBeLessThan(12)
  })

  test('hundreds of languages, each person with six of them', () => {
    const code = (n: number) => `${String.fromCharCode(97 + (n % 26))}${String.fromCharCode(97 + Math.floor(n / 26))}`
    const people = aPopulation({ mentees: 600, mentors: 200, seats: 2, seed: 9 }).map((person, n) => ({
      ...person,
      languages: Array.from({ length: 6 }, (_, k) => code((n * 31 + k * k * 7 + k) % 300)),
    }))
    expect(assigned(people).placed).toBeGreaterThan(0)
  })
})

describe('hostile pools of any size', () => {
  test.each(Object.entries(hostilePools(6, 4)))('%s: as trying all of them finds', (_, pools) => {
    fc.assert(
      fc.property(pools, (people) => {
        const { rules, placed, waits, totalScore } = assigned(people)
        const { longestFirst: _rounds, ...best } = bruteForce(people, rules)
        expect({ placed, waits, totalScore }).toEqual(best)
      }),
      { numRuns: 50 },
    )
  })

  test.each(Object.entries(hostilePools(60, 25)))('%s: as a flow of greatest gain', (_, pools) => {
    fc.assert(
      fc.property(pools, (people) => {
        const { rules, placed, waits, totalScore } = assigned(people)
        expect({ placed, waits, totalScore }).toEqual(bestFlow(people, rules))
      }),
      { numRuns: 15 },
    )
  })
})
