import { describe, expect, it } from 'vitest'
import { programme } from '../../local/mail-examples.ts'
import { roundIdAt } from '../../shared/domain/round.ts'
import { oneLess } from '../../shared/rounds/take-out.ts'
import { aMatch, NOW } from '../support/profiles.ts'

describe('the figures of a draft without one of its pairs', () => {
  const roundId = roundIdAt(NOW, 'figures')
  const matches = ([700, 640, 955, 310] as const).map((score, n) =>
    aMatch({ id: `${roundId}.${n}`, roundId, menteeId: `${n}`, mentorId: n < 3 ? 'busy' : 'calm', score }),
  )
  const [out = aMatch(), ...rest] = matches
  const settings = { weights: programme.weights, rules: { minimumExperienceGap: 2, loadPenalty: 10 } }
  const scores = [0, 0, 0, 1, 0, 0, 1, 1, 0, 1]
  // 2605 points, less 10 and 20 for the second and third mentee of one mentor.
  const before = { mentees: 9, mentors: 3, placed: 4, unplaced: 5, totalScore: 2575, worstScore: 310, medianScore: 670 }

  it('are those of the others', async () => {
    const stored = { ofRound: async () => matches, countOf: async () => 3 }
    expect(await oneLess({ ...before, scores, bound: 2575 }, out, settings, stored)).toEqual({
      ...before,
      ...{ placed: 3, unplaced: 6, totalScore: 640 + 955 + 310 - 10, worstScore: 310, medianScore: 640, bound: 2575 },
      scores: [0, 0, 0, 1, 0, 0, 1, 0, 0, 1],
    })
    expect(rest).toHaveLength(3)
  })

  it('of a large one leave out what only reading all of it would tell', async () => {
    const ofRound = () => Promise.reject(new Error('All of it was read.'))
    const large = { ...before, placed: 5001, scores }
    const { worstScore, medianScore, ...after } = await oneLess(large, out, settings, {
      ofRound,
      countOf: async () => 3,
    })
    expect([worstScore, medianScore]).toEqual([undefined, undefined])
    expect(after).toMatchObject({ placed: 5000, totalScore: 2575 - 700 + 20, scores: [0, 0, 0, 1, 0, 0, 1, 0, 0, 1] })
  })
})
