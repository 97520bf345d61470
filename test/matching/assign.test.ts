import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assign } from '../../shared/matching/assign.ts'
import { checkLevels, LEVEL } from '../../shared/matching/engine/priorities.ts'
import type { Person } from '../../shared/matching/person.ts'
import { rulesFor } from '../../shared/matching/rules.ts'
import { verify } from '../../shared/matching/verify.ts'
import { aMentee, aMentor } from '../support/people.ts'
import { bruteForce } from './brute-force.ts'
import { bestFlow } from './min-cost-flow.ts'
import { smallPool, someSettings } from './pools.ts'
import { aPopulation } from './population.ts'
import { expectKept } from './promises.ts'

/** These try thousands of pools; a busy machine takes a while (ms). */
const LONG = 240_000

describe('the best assignment', { timeout: LONG }, () => {
  test('is the one that trying all of them finds, at every level', () => {
    fc.assert(
      fc.property(smallPool, someSettings, (people, settings) => {
        const rules = rulesFor(people, settings)
        const result = assign(people, rules)
        expectKept(people, rules, result)
        const { longestFirst, ...best } = bruteForce(people, rules)
        const { placed, waits, totalScore } = result
        expect({ placed, waits, totalScore }).toEqual(best)
        expect(verify(people, rules, result)).toEqual({ optimal: true, bound: totalScore })
        const waited = new Map(people.map(({ id, roundsWaited }) => [id, roundsWaited ?? 0]))
        const rounds = result.pairs.map(({ mentee }) => waited.get(mentee) ?? 0)
        expect(rounds.sort((a, b) => b - a)).toEqual(longestFirst)
      }),
      { numRuns: 2500 },
    )
  })

  test('does not depend on the order in which people come', () => {
    const shuffled = smallPool.chain((people) =>
      fc.tuple(
        fc.constant(people),
        fc.shuffledSubarray(people, { minLength: people.length, maxLength: people.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, someSettings, ([people, others], settings) => {
        const one = assign(people, rulesFor(people, settings))
        const other = assign(others, rulesFor(others, settings))
        expect(JSON.stringify(other)).toBe(JSON.stringify(one))
      }),
      { numRuns: 400 },
    )
  })

  test('agrees with a flow of greatest gain for hundreds of pools of 60 mentees and 20 mentors', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 5 }), (seed, seats) => {
        const people = aPopulation({ mentees: 60, mentors: 20, seats, seed })
        const rules = rulesFor(people)
        const result = assign(people, rules)
        expectKept(people, rules, result)
        expect(result).toMatchObject(bestFlow(people, rules))
      }),
      { numRuns: 200 },
    )
  })

  test('places a mentee who waited longer rather than one with a higher score', () => {
    const people = [
      aMentor({ id: 'mentor' }),
      aMentee({ id: 'waited', state: 'CA', shift: 'night', roundsWaited: 1 }),
      aMentee({ id: 'perfect' }),
    ]
    expect(assign(people, rulesFor(people))).toMatchObject({ placed: 1, waits: 1, pairs: [{ mentee: 'waited' }] })
  })

  test('places two newcomers rather than one who waited 7 rounds', () => {
    const people = [
      aMentor({ id: 'video', meeting: ['video'] }),
      aMentor({ id: 'phone', meeting: ['phone'] }),
      aMentee({ id: 'waited', meeting: ['video', 'phone'], departments: ['chemistry'], roundsWaited: 7 }),
      aMentee({ id: 'new', meeting: ['video'] }),
    ]
    const { pairs } = assign(people, rulesFor(people))
    expect(pairs.map(({ mentee, mentor }) => [mentee, mentor])).toEqual([
      ['new', 'video'],
      ['waited', 'phone'],
    ])
  })

  test('places a mentee who waited one round even where all the others then fit worse', () => {
    const mentors = [
      aMentor({ id: 'm1', meeting: ['video'], topics: ['ce'] }),
      aMentor({ id: 'm2', meeting: ['phone'], topics: ['time'] }),
      aMentor({ id: 'm3', meeting: ['messages'], topics: ['team'] }),
    ]
    const mentees = [
      aMentee({ id: 'waited', meeting: ['video'], roundsWaited: 1 }),
      aMentee({ id: 'a', meeting: ['video', 'phone'], topics: ['ce'], roundsWaited: 1 }),
      aMentee({ id: 'b', meeting: ['phone', 'messages'], topics: ['time'], roundsWaited: 1 }),
      aMentee({ id: 'c', meeting: ['messages'], topics: ['team'] }),
    ]
    const settings = { weights: { topics: 1000, practice: 0, style: 0, contact: 0, background: 0 } }
    const placing = (people: Person[]) => assign(people, rulesFor(people, settings))
    expect(placing([...mentors, ...mentees.slice(1)])).toMatchObject({ placed: 3, waits: 2, totalScore: 3000 })
    expect(placing([...mentors, ...mentees])).toMatchObject({ placed: 3, waits: 3, totalScore: 0 })
  })

  test('spreads the load among equal mentors, and counts the penalty', () => {
    const people = [
      ...['m1', 'm2'].map((id) => aMentor({ id, capacity: 3 })),
      ...['e1', 'e2', 'e3', 'e4'].map((id) => aMentee({ id })),
    ]
    const { pairs, totalScore } = assign(people, rulesFor(people))
    expect(pairs.map(({ mentor, seat }) => `${mentor}/${seat}`).sort()).toEqual(['m1/1', 'm1/2', 'm2/1', 'm2/2'])
    expect(totalScore).toBe(pairs.reduce((sum, { score }) => sum + score, 0) - 2 - 2)
  })
})

describe('a pin', () => {
  const mentors = [aMentor({ id: 'good' }), aMentor({ id: 'poor', state: 'CA', shift: 'night', capacity: 2 })]

  test('is honoured before anything else, and its seat is counted first', () => {
    const people = [...mentors, aMentee({ id: 'a', pin: 'poor' }), aMentee({ id: 'b' }), aMentee({ id: 'c' })]
    const rules = rulesFor(people)
    const result = assign(people, rules)
    expectKept(people, rules, result)
    expect(result.placed).toBe(3)
    expect(result.pairs).toContainEqual(expect.objectContaining({ mentee: 'a', mentor: 'poor', seat: 1 }))
    expect(verify(people, rules, result)).toEqual({ optimal: true, bound: result.totalScore })
  })

  test.each<[string, Partial<Person>, string]>([
    ['nobody', { pin: 'nobody' }, '"a" is pinned to "nobody", but no mentor has that id.'],
    [
      'a pair that a hard rule forbids',
      { pin: 'good', blocked: ['good'] },
      'the rule "paired-before" forbids that pair',
    ],
  ])('to %s is refused by name', (_, traits, message) => {
    const people = [...mentors, aMentee({ id: 'a', ...traits })]
    expect(() => assign(people, rulesFor(people))).toThrow(message)
  })

  test('to a seat that is not there is refused by name', () => {
    const people = [...mentors, aMentee({ id: 'a', pin: 'good' }), aMentee({ id: 'b', pin: 'good' })]
    expect(() => assign(people, rulesFor(people))).toThrow('"b" is pinned to "good", but there is only 1 seat.')
  })
})

describe('impossible pools', () => {
  test('name the id that two people have', () => {
    const people = [aMentor({ id: 'twice' }), aMentee({ id: 'other' }), aMentee({ id: 'twice' })]
    expect(() => assign(people, rulesFor(people))).toThrow('Two people have the id "twice".')
  })

  test('are refused when points would outgrow the levels of a price', () => {
    expect(() => checkLevels(Float64Array.of(3 * LEVEL + 5000, -7))).not.toThrow()
    expect(() => checkLevels(Float64Array.of(LEVEL / 2))).toThrow('cannot be paired exactly')
  })

  test.each([-1, 1.5, Number.NaN])('name the mentor with a capacity of %d', (capacity) => {
    const people = [aMentor({ id: 'm', capacity })]
    expect(() => assign(people, rulesFor(people))).toThrow('The capacity of "m" must be a whole number from 0')
  })
})
