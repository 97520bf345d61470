import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assign } from '../../shared/matching/assign.ts'
import { rulesFor } from '../../shared/matching/rules.ts'
import { scorePair } from '../../shared/matching/score.ts'
import { countBlockingPairs } from '../../shared/matching/words/blocking.ts'
import { placedAtMost, reportOf } from '../../shared/matching/words/report.ts'
import { seatingOf } from '../../shared/matching/words/seating.ts'
import { aMentee, aMentor } from '../support/people.ts'
import { smallPool, someSettings } from './pools.ts'

describe('the report of a round', () => {
  test('counts pairs who would both rather have each other', () => {
    fc.assert(
      fc.property(smallPool, someSettings, (people, settings) => {
        const rules = rulesFor(people, settings)
        const result = assign(people, rules)
        const scores = (id: string) =>
          result.pairs.filter(({ mentee, mentor }) => mentee === id || mentor === id).map(({ score }) => score)
        let blocking = 0
        for (const mentee of people.filter(({ role }) => role === 'mentee')) {
          for (const mentor of people.filter(({ role }) => role === 'mentor')) {
            const pair = scorePair(mentee, mentor, rules)
            if ('barrier' in pair || !mentor.capacity) continue
            const [own = -1] = scores(mentee.id)
            const theirs = scores(mentor.id)
            const worst = theirs.length < mentor.capacity ? -1 : Math.min(...theirs)
            if (pair.score > own && pair.score > worst) blocking++
          }
        }
        expect(countBlockingPairs(seatingOf(people, rules, result))).toBe(blocking)
      }),
      { numRuns: 400 },
    )
  })

  test('bounds how many can be placed at exactly as many as are', () => {
    fc.assert(
      fc.property(smallPool, someSettings, (people, settings) => {
        const rules = rulesFor(people, settings)
        const result = assign(people, rules)
        expect(placedAtMost(seatingOf(people, rules, result))).toBe(result.placed)
      }),
      { numRuns: 400 },
    )
  })

  test('bounds it from above when the assignment is not the best', () => {
    fc.assert(
      fc.property(smallPool, (people) => {
        const rules = rulesFor(people)
        const result = assign(people, rules)
        const worse = seatingOf(people, rules, { ...result, pairs: result.pairs.slice(1) })
        expect(placedAtMost(worse)).toBeGreaterThanOrEqual(result.placed)
      }),
      { numRuns: 250 },
    )
  })

  test('is small, plain, and adds up', () => {
    const people = [
      aMentee({ id: 'a', roundsWaited: 3 }),
      aMentee({ id: 'b', state: 'CA' }),
      aMentee({ id: 'c', pin: 'pinned' }),
      aMentee({ id: 'd', meeting: ['phone'], roundsWaited: 9 }),
      aMentor({ capacity: 3 }),
      aMentor({ id: 'pinned' }),
      aMentor({ id: 'idle', languages: ['es'] }),
      aMentor({ id: 'full', capacity: 0 }),
    ]
    const rules = rulesFor(people)
    const result = assign(people, rules)
    const phases = [{ phase: 'auction', ms: 12, megabytes: 80 }]
    const report = reportOf(people, seatingOf(people, rules, result), { highestTotal: result.totalScore + 40, phases })
    const scores = result.pairs.map(({ score }) => score).sort((one, other) => one - other)
    expect(report).toEqual({
      mentees: 4,
      mentors: 3,
      seats: 5,
      placed: 3,
      placedAtMost: 3,
      waits: { placed: [2, 0, 0, 1, 0, 0, 0, 0], leftOut: [0, 0, 0, 0, 0, 0, 0, 1] },
      scores: { total: result.totalScore, worst: scores[0], median: scores[1] },
      load: [1, 1, 1, 0, 0, 0],
      blockingPairs: 0,
      priceOfPlacing: 40,
      recruit: Array.from({ length: 8 }, () => ({
        words: expect.stringMatching(/^Recruiting .* places 1 more mentee\.$/),
        places: 1,
      })),
      phases,
    })
    expect(JSON.parse(JSON.stringify(report))).toEqual(report)
  })

  test('of nobody has no scores', () => {
    const report = reportOf([], seatingOf([], rulesFor([]), assign([], rulesFor([]))))
    expect(report).toMatchObject({ placed: 0, placedAtMost: 0, scores: { total: 0 }, blockingPairs: 0 })
  })
})
