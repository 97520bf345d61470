import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { assign } from '../../shared/matching/assign.ts'
import { rulesFor } from '../../shared/matching/rules.ts'
import { scorePair } from '../../shared/matching/score.ts'
import { rankInWords, whyPairs } from '../../shared/matching/words/why-pair.ts'
import { aMentee, aMentor } from '../support/people.ts'
import { smallPool, someSettings } from './pools.ts'

describe('why a pair', () => {
  test('says how it ranks for either side, and who else there was', () => {
    fc.assert(
      fc.property(smallPool, someSettings, (people, settings) => {
        const rules = rulesFor(people, settings)
        const { pairs } = assign(people, rules)
        const why = whyPairs(pairs, people, rules)
        expect(why.map(({ mentee, mentor, score }) => ({ mentee, mentor, score }))).toEqual(
          pairs.map(({ mentee, mentor, score }) => ({ mentee, mentor, score })),
        )
        for (const { mentee, mentor, score, parts, ranks } of why) {
          expect(parts.reduce((sum, { points }) => sum + points, 0)).toBe(score)
          const among = (side: 'mentee' | 'mentor') =>
            people
              .filter(({ role, capacity = 1 }) => role === side && (side === 'mentee' || capacity > 0))
              .flatMap((other) => {
                const partner = people.find(({ id }) => id === (side === 'mentee' ? mentor : mentee)) ?? other
                const pair = side === 'mentee' ? scorePair(other, partner, rules) : scorePair(partner, other, rules)
                return 'score' in pair ? [{ id: other.id, score: pair.score }] : []
              })
          for (const [rank, own, others] of [
            [ranks.forMentee, mentor, among('mentor')],
            [ranks.forMentor, mentee, among('mentee')],
          ] as const) {
            expect(rank.of).toBe(others.length)
            expect(rank.rank).toBe(1 + others.filter((other) => other.score > score).length)
            const rest = others.filter(({ id }) => id !== own)
            expect(rank.otherBest?.score).toBe(rest.length > 0 ? Math.max(...rest.map((one) => one.score)) : undefined)
            if (rank.otherBest) expect(rest).toContainEqual(rank.otherBest)
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  test('tells the parts of the score with their facts', () => {
    const people = [aMentee({ pursuing: 'MLS', availability: ['tue-evening'] }), aMentor()]
    const rules = rulesFor(people)
    const [why] = whyPairs(assign(people, rules).pairs, people, rules)
    expect(why?.parts.map(({ part }) => part)).toEqual(['topics', 'practice', 'style', 'contact', 'background'])
    expect(why?.parts[1]).toEqual({
      part: 'practice',
      points: 200,
      most: 200,
      facts: [
        'The mentor holds MLS, the credential the mentee is preparing for.',
        'You share a department: hematology.',
        'You both work in a hospital laboratory.',
      ],
    })
    expect(why?.words).toEqual([
      `The only possible mentor, with ${why?.score} points.`,
      `The only possible mentee, with ${why?.score} points.`,
    ])
  })

  test.each([
    [1, 'The best of 12 possible mentees, with 700 points; the best of the others has 640.'],
    [2, 'The 2nd-best of 12 possible mentees, with 700 points; the best of the others has 640.'],
    [11, 'The 11th-best of 12 possible mentees, with 700 points; the best of the others has 640.'],
    [23, 'The 23rd-best of 12 possible mentees, with 700 points; the best of the others has 640.'],
  ])('is put in words: rank %i', (rank, words) => {
    expect(rankInWords({ rank, of: 12, otherBest: { id: 'other', score: 640 } }, 'mentee', 700)).toBe(words)
  })
})
