import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assign } from '../../shared/matching/assign.ts'
import { type Introduction, type Repair, repair } from '../../shared/matching/change/repair.ts'
import type { Person } from '../../shared/matching/person.ts'
import { type MatchingRules, rulesFor } from '../../shared/matching/rules.ts'
import { scorePair } from '../../shared/matching/score.ts'
import { verify } from '../../shared/matching/verify.ts'
import { aMentee, aMentor } from '../support/people.ts'
import { mostKept } from './every-assignment.ts'
import { smallPool, someSettings } from './pools.ts'
import { aPopulation } from './population.ts'
import { expectKept } from './promises.ts'

type Draw = { pick: number; answered: boolean }
const draws = fc.array(fc.record({ pick: fc.nat(11), answered: fc.boolean() }), { minLength: 6, maxLength: 6 })

/** Any introductions at all, best or not; an answered one has a seat and breaks no rule. */
function introductionsAmong(people: readonly Person[], rules: MatchingRules, drawn: readonly Draw[]): Introduction[] {
  const mentors = people.filter(({ role }) => role === 'mentor')
  const held = new Map<string, number>()
  return people
    .filter(({ role }) => role === 'mentee')
    .flatMap((mentee, n) => {
      const { pick, answered } = drawn[n % drawn.length] ?? { pick: 0, answered: false }
      const mentor = mentors[pick]
      if (!mentor) return []
      const seats = (held.get(mentor.id) ?? 0) + 1
      const holds = answered && seats <= (mentor.capacity ?? 1) && 'score' in scorePair(mentee, mentor, rules)
      if (holds) held.set(mentor.id, seats)
      return [{ mentee: mentee.id, mentor: mentor.id, answered: holds }]
    })
}

function expectRepaired(rules: MatchingRules, introductions: readonly Introduction[], repaired: Repair): void {
  const { result, people, kept, changed, added, fewest } = repaired
  expectKept(people, rules, result)
  expect(verify(people, rules, result)).toEqual({ optimal: true, bound: result.totalScore })
  expect(kept.filter(({ answered }) => answered)).toEqual(introductions.filter(({ answered }) => answered))
  expect(kept.length + changed.length).toBe(introductions.length)
  const stand = [
    ...kept.map(({ mentee, mentor }) => [mentee, mentor]),
    ...changed.filter(({ to }) => to !== undefined).map(({ mentee, to }) => [mentee, to]),
    ...added.map(({ mentee, mentor }) => [mentee, mentor]),
  ]
  expect(stand.sort()).toEqual(result.pairs.map(({ mentee, mentor }) => [mentee, mentor]).sort())
  expect(fewest).toBe(true)
}

const unanswered = (mentee: string, mentor: string): Introduction => ({ mentee, mentor, answered: false })

describe('a repair', () => {
  test('is best beside the answered introductions, and of all that are best changes the fewest others', () => {
    fc.assert(
      fc.property(smallPool, someSettings, draws, (people, settings, drawn) => {
        const rules = rulesFor(people, settings)
        const introductions = introductionsAmong(people, rules, drawn)
        const repaired = repair(people, rules, introductions)
        expectRepaired(rules, introductions, repaired)
        const wished = new Map(introductions.map(({ mentee, mentor }) => [mentee, mentor]))
        expect(repaired.kept.length).toBe(mostKept(repaired.people, rules, wished))
      }),
      { numRuns: 500 },
    )
  })

  test('is as good from whatever was before, for whoever came, left or waited since', () => {
    fc.assert(
      fc.property(smallPool, someSettings, someSettings, draws, fc.nat(9), (people, old, settings, drawn, gone) => {
        const earlier = people.flatMap((person, n) => (n === gone ? [] : [{ ...person, roundsWaited: n % 3 }]))
        const oldRules = rulesFor(earlier, old)
        const before = { people: earlier, rules: oldRules, result: assign(earlier, oldRules) }
        const rules = rulesFor(people, settings)
        const introductions = introductionsAmong(people, rules, drawn)
        const repaired = repair(people, rules, introductions, before)
        expectRepaired(rules, introductions, repaired)
        expect(repaired.changed.length).toBe(repair(people, rules, introductions).changed.length)
      }),
      { numRuns: 500 },
    )
  })

  test('changes as few in pools of 60 mentees and 20 mentors, started anew or from before', () => {
    for (let seed = 0; seed < 40; seed++) {
      const everybody = aPopulation({ mentees: 60, mentors: 20, seats: 1 + (seed % 5), seed })
      const rules = rulesFor(everybody, { rules: { loadPenalty: [0, 2, 100][seed % 3] ?? 2 } })
      const earlier = everybody.filter((_, n) => n % 13 !== 0)
      const before = { people: earlier, rules, result: assign(earlier, rules) }
      const introductions = before.result.pairs.map(({ mentee, mentor }, n) => ({
        mentee,
        mentor,
        answered: n % 3 === 0,
      }))
      const declined = introductions.filter(({ answered }, n) => !answered && n % 5 === 1)
      const blocked = new Map(declined.map(({ mentee, mentor }) => [mentee, [mentor]]))
      const people = everybody.map((person) => ({ ...person, blocked: blocked.get(person.id) ?? [] }))
      const open = introductions.filter(({ mentee }) => !blocked.has(mentee))
      const warm = repair(people, rules, open, before)
      const cold = repair(people, rules, open)
      expectRepaired(rules, open, warm)
      expectRepaired(rules, open, cold)
      expect(warm.changed.length).toBe(cold.changed.length)
      for (const { mentee, mentor } of declined) {
        expect(warm.result.pairs).not.toContainEqual(expect.objectContaining({ mentee, mentor }))
      }
    }
  })

  test('changes nothing among people who are all alike, whoever was introduced to whom', () => {
    const people = [
      ...Array.from({ length: 30 }, (_, n) => aMentee({ id: `e${n}` })),
      ...Array.from({ length: 10 }, (_, n) => aMentor({ id: `m${n}`, capacity: 3 })),
    ]
    const introductions = Array.from({ length: 30 }, (_, n) => unanswered(`e${n}`, `m${(n * 7 + 3) % 10}`))
    expect(repair(people, rulesFor(people), introductions)).toMatchObject({ changed: [], added: [], fewest: true })
  })

  test('gives the seat of a decline to somebody else, and the two are not paired again', () => {
    const people = [
      aMentor({ id: 'm1' }),
      aMentor({ id: 'm2' }),
      aMentee({ id: 'a', blocked: ['m1'] }),
      aMentee({ id: 'b' }),
      aMentee({ id: 'c' }),
    ]
    // Everybody is alike, so a could take over from b, but then b would have to be told.
    const { kept, changed, added } = repair(people, rulesFor(people), [unanswered('b', 'm2')])
    expect({ kept, changed, added }).toEqual({
      kept: [unanswered('b', 'm2')],
      changed: [],
      added: [{ mentee: 'c', mentor: 'm1' }],
    })
  })

  test('moves an unanswered introduction when a late sign-up can only be placed so, never an answered one', () => {
    const people = [
      aMentor({ id: 'm1', meeting: ['video', 'phone'] }),
      aMentor({ id: 'm2', meeting: ['phone'] }),
      aMentee({ id: 'early', meeting: ['video', 'phone'] }),
      aMentee({ id: 'late', meeting: ['video'] }),
    ]
    const rules = rulesFor(people)
    const introduction = unanswered('early', 'm1')
    expect(repair(people, rules, [introduction])).toMatchObject({
      changed: [{ mentee: 'early', from: 'm1', to: 'm2' }],
      added: [{ mentee: 'late', mentor: 'm1' }],
    })
    const answered = { ...introduction, answered: true }
    expect(repair(people, rules, [answered])).toMatchObject({ kept: [answered], changed: [], added: [] })
  })

  test('refuses, by name, a mentee with two introductions and an answered one that a rule forbids', () => {
    const people = [aMentor({ id: 'm1' }), aMentor({ id: 'm2' }), aMentee({ id: 'a', past: ['m1'] })]
    const rules = rulesFor(people)
    const twice = [unanswered('a', 'm1'), unanswered('a', 'm2')]
    expect(() => repair(people, rules, twice)).toThrow('"a" has two introductions.')
    expect(() => repair(people, rules, [{ mentee: 'a', mentor: 'm1', answered: true }])).toThrow('"paired-before"')
  })

  test('ignores introductions of people who are gone', () => {
    const people = [aMentor({ id: 'm1' }), aMentee({ id: 'a' })]
    const gone = [unanswered('left', 'm1'), { mentee: 'a', mentor: 'left', answered: true }]
    expect(repair(people, rulesFor(people), gone)).toMatchObject({
      kept: [],
      changed: [],
      added: [{ mentee: 'a', mentor: 'm1' }],
    })
  })
})
