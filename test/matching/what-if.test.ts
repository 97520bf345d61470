import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assign } from '../../shared/matching/assign.ts'
import type { Change } from '../../shared/matching/change/change.ts'
import { type WhatIf, whatIf } from '../../shared/matching/change/what-if.ts'
import type { Person } from '../../shared/matching/person.ts'
import { type MatchingRules, rulesFor } from '../../shared/matching/rules.ts'
import { scorePair } from '../../shared/matching/score.ts'
import { verify } from '../../shared/matching/verify.ts'
import { aMentee, aMentor } from '../support/people.ts'
import { mostKept } from './every-assignment.ts'
import { smallPool, someSettings } from './pools.ts'
import { aPopulation } from './population.ts'
import { expectKept } from './promises.ts'

const round = (people: readonly Person[], rules: MatchingRules) => ({ people, rules, result: assign(people, rules) })

const some = <Value>(arbitrary: fc.Arbitrary<Value>) => fc.option(arbitrary, { nil: undefined })

/** Numbers that stand for people, so that one change fits any pool. */
const someChange = fc.record({
  weights: some(
    fc.constantFrom(
      { topics: 250, practice: 300, style: 150, contact: 150, background: 150 },
      { topics: 0, practice: 1000, style: 0, contact: 0, background: 0 },
    ),
  ),
  rules: some(fc.record({ loadPenalty: fc.constantFrom(0, 2, 50), minimumExperienceGap: fc.constantFrom(0, 2, 5) })),
  come: fc.array(fc.nat(1000), { maxLength: 3 }),
  leave: fc.array(fc.nat(1000), { maxLength: 3 }),
  waits: fc.array(fc.nat(1000), { maxLength: 3 }),
  pin: some(fc.tuple(fc.nat(1000), fc.nat(1000))),
  forbid: fc.array(fc.nat(1000), { maxLength: 3 }),
})
type Drawn = typeof someChange extends fc.Arbitrary<infer Value> ? Value : never

function changeOf({ people, rules, result }: ReturnType<typeof round>, drawn: Drawn): Change {
  const at = <Entry>(list: readonly Entry[], ns: readonly number[]) =>
    ns.flatMap((n) => list.slice(n % (list.length || 1)).slice(0, 1))
  const newcomers = drawn.come.map((n) =>
    n % 2 ? aMentee({ id: `new-${n}`, roundsWaited: n % 4 }) : aMentor({ id: `new-${n}`, capacity: 1 + (n % 3) }),
  )
  const waited = at(people, drawn.waits).map((person) => ({ ...person, roundsWaited: 5 }))
  const leaving = new Set(at(people, drawn.leave).map(({ id }) => id))
  const forbidden = at(result.pairs, drawn.forbid).filter(({ mentee }) => !leaving.has(mentee))
  const staying = people.filter(({ id }) => !leaving.has(id))
  const [mentee] = at(
    staying.filter(({ role }) => role === 'mentee'),
    drawn.pin?.slice(0, 1) ?? [],
  )
  const [mentor] = at(
    staying.filter(({ role, capacity }) => role === 'mentor' && capacity !== 0),
    drawn.pin?.slice(1) ?? [],
  )
  const gap = { ...rules, ...drawn.rules }
  const allowed =
    mentee &&
    mentor &&
    'score' in scorePair(mentee, mentor, gap) &&
    !forbidden.some((pair) => pair.mentee === mentee.id)
  return {
    ...(drawn.weights && { weights: drawn.weights }),
    ...(drawn.rules && { rules: drawn.rules }),
    people: [...new Map([...newcomers, ...waited].map((person) => [person.id, person])).values()],
    without: [...leaving],
    ...(allowed && { pins: new Map([[mentee.id, mentor.id]]) }),
    forbidden: forbidden.map((pair) => [pair.mentee, pair.mentor] as const),
  }
}

function expectBest({ people, rules, result, fewest, totals }: WhatIf): void {
  expectKept(people, rules, result)
  expect(verify(people, rules, result)).toEqual({ optimal: true, bound: result.totalScore })
  const { placed, waits, totalScore } = assign(people, rules)
  expect(result).toMatchObject({ placed, waits, totalScore })
  expect(totals.after.byNewRules).toEqual({ placed, totalScore, impossible: 0 })
  expect(fewest).toBe(true)
}

describe('what would be', () => {
  test('is the best for the changed people and rules, and moves no more pairs than it must', () => {
    fc.assert(
      fc.property(smallPool, someSettings, someChange, (people, settings, drawn) => {
        const before = round(people, rulesFor(people, settings))
        const then = whatIf(before, changeOf(before, drawn))
        expectBest(then)
        const wished = new Map(before.result.pairs.map(({ mentee, mentor }) => [mentee, mentor]))
        const stay = then.result.pairs.filter(({ mentee, mentor }) => wished.get(mentee) === mentor)
        expect(stay.length).toBe(mostKept(then.people, then.rules, wished))
      }),
      { numRuns: 300 },
    )
  })

  test('is the best in pools of 60 mentees and 20 mentors too', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 5 }), someChange, (seed, seats, drawn) => {
        const people = aPopulation({ mentees: 60, mentors: 20, seats, seed })
        const before = round(people, rulesFor(people))
        expectBest(whatIf(before, changeOf(before, drawn)))
      }),
      { numRuns: 80 },
    )
  })

  test('moves nobody when nothing changes, however many ties there are', () => {
    fc.assert(
      fc.property(smallPool, someSettings, (people, settings) => {
        const before = round(people, rulesFor(people, settings))
        const { moved, result } = whatIf(before, {})
        expect(moved).toEqual([])
        expect(result.pairs).toEqual(before.result.pairs)
      }),
      { numRuns: 500 },
    )
    const alike = [
      ...Array.from({ length: 120 }, (_, n) => aMentee({ id: `e${n}` })),
      ...Array.from({ length: 50 }, (_, n) => aMentor({ id: `m${n}`, capacity: 2 })),
    ]
    expect(whatIf(round(alike, rulesFor(alike)), {}).moved).toEqual([])
  })

  test('says who moves, from whom to whom, and what each has', () => {
    const people = [
      aMentor({ id: 'near', state: 'OH', topics: ['time'], departments: ['hematology'] }),
      aMentor({ id: 'far', state: 'CA', topics: ['cert_prep'] }),
      aMentee({ id: 'a' }),
      aMentee({ id: 'b', meeting: ['in-person'] }),
    ]
    const before = round(people, rulesFor(people))
    const weights = { topics: 0, practice: 200, style: 150, contact: 150, background: 500 }
    const { moved, placedBefore, placedAfter, totals } = whatIf(before, { weights })
    const [old] = before.result.pairs
    expect(moved).toEqual([
      { mentee: 'a', from: 'far', to: 'near', scoreBefore: old?.score, scoreAfter: expect.any(Number) },
    ])
    expect({ placedBefore, placedAfter }).toEqual({ placedBefore: 1, placedAfter: 1 })
    expect(totals.before.byOldRules.totalScore).toBeGreaterThan(totals.after.byOldRules.totalScore)
    expect(totals.after.byNewRules.totalScore).toBeGreaterThan(totals.before.byNewRules.totalScore)
  })

  test('counts the pairs of before that cannot be any more', () => {
    const people = [aMentor({ id: 'm', capacity: 3 }), ...['a', 'b', 'c'].map((id) => aMentee({ id }))]
    const before = round(people, rulesFor(people))
    const { moved, totals } = whatIf(before, { people: [aMentor({ id: 'm' })], without: ['c'] })
    expect(totals.before.byOldRules).toMatchObject({ placed: 3, impossible: 0 })
    expect(totals.before.byNewRules).toMatchObject({ placed: 1, impossible: 2 })
    expect(moved).toMatchObject([{ mentee: expect.stringMatching(/^[ab]$/), from: 'm', to: undefined }])
  })

  test('pins, lets go again, and forbids', () => {
    const people = [aMentor({ id: 'good' }), aMentor({ id: 'poor', state: 'CA', shift: 'night' }), aMentee({ id: 'a' })]
    const before = round(people, rulesFor(people))
    const pinned = whatIf(before, { pins: new Map([['a', 'poor']]) })
    expect(pinned.moved).toMatchObject([{ mentee: 'a', from: 'good', to: 'poor' }])
    expect(whatIf(pinned, { pins: new Map([['a', undefined]]) }).moved).toMatchObject([{ from: 'poor', to: 'good' }])
    expect(whatIf(before, { forbidden: [['a', 'good']] }).moved).toMatchObject([{ from: 'good', to: 'poor' }])
  })

  test('is refused by name when it cannot be', () => {
    const people = [aMentor({ id: 'm' }), aMentee({ id: 'a' })]
    const before = round(people, rulesFor(people))
    expect(() => whatIf(before, { weights: { topics: 0 } })).toThrow('must add up to 1000')
    expect(() => whatIf(before, { pins: new Map([['b', 'm']]) })).toThrow('No mentee has the id "b".')
    expect(() => whatIf(before, { forbidden: [['m', 'a']] })).toThrow('No mentee has the id "m".')
    expect(() => whatIf(before, { pins: new Map([['a', 'nobody']]) })).toThrow('no mentor has that id')
  })
})
