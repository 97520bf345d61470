import { describe, expect, it } from 'vitest'
import type { Report, Round } from '../../web/organize/rounds/answers.ts'
import { loadBars, remarks, scoreBars, waitsOf } from '../../web/organize/rounds/draft/report-words.ts'
import { endOf, outcomeOf, stateOf } from '../../web/organize/rounds/round-words.ts'

const report: Report = {
  seats: 12,
  placed: 6,
  placedAtMost: 6,
  waits: { placed: [4, 0, 2, 0], leftOut: [1, 0, 0, 0] },
  load: [2, 3, 0, 1, 0, 0],
  recruit: [],
}

describe('the report of a round', () => {
  it('shows the scores from the best to the worst pair there is', () => {
    expect(scoreBars([0, 0, 0, 0, 0, 0, 3, 0, 2, 1])).toEqual([
      { name: '900–1,000', count: 1 },
      { name: '800–899', count: 2 },
      { name: '700–799', count: 0 },
      { name: '600–699', count: 3 },
    ])
    expect(scoreBars(Array.from({ length: 10 }, () => 0))).toEqual([])
  })

  it('shows the load from none to the most that a mentor got', () => {
    expect(loadBars(report.load).map(({ name, count }) => `${name}: ${count}`)).toEqual([
      'no new mentee: 2',
      '1 new mentee: 3',
      '2 new mentees: 0',
      '3 new mentees: 1',
    ])
    expect(loadBars([0, 2, 0]).map(({ count }) => count)).toEqual([0, 2])
  })

  it('leaves waits out that nobody had', () => {
    expect(waitsOf(report.waits)).toEqual([
      { rounds: 'New this time', placed: 4, leftOut: 1 },
      { rounds: '2 rounds', placed: 2, leftOut: 0 },
    ])
  })

  it('says nothing of what nobody counted', () => {
    expect(remarks(report)).toHaveLength(1)
    expect(remarks({ ...report, blockingPairs: 0, priceOfPlacing: 12 })).toEqual([
      'No pairing of these people can place more than 6 mentees.',
      'No mentee and mentor would both rather have each other than whom they got.',
      'Placing as many as possible, and those who waited first, cost 12 points of the total score.',
    ])
  })
})

describe('a round in words', () => {
  const round: Round = {
    roundId: 'r',
    status: 'drafted',
    publish: false,
    pins: [],
    progress: { phase: 'done', done: 7, total: 7 },
    summary: { mentees: 7, mentors: 5, placed: 1, unplaced: 6, totalScore: 700 },
    startedAt: '2027-01-12T15:00:00.000Z',
  }

  it('says what came of it', () => {
    expect(outcomeOf({ placed: 1, unplaced: 0 })).toBe('1 pair, nobody without a mentor')
    expect(endOf(round).words).toBe('The draft is ready. 1 pair, 6 mentees without a mentor.')
    const nobody = { ...round, summary: round.summary && { ...round.summary, placed: 0, unplaced: 7 } }
    expect(endOf(nobody).words).toBe('The draft is ready. No pair, 7 mentees without a mentor.')
    expect(endOf({ ...round, status: 'failed', failedBecause: 'Too large.' })).toEqual({
      words: 'The round ended without a result. Too large.',
      bad: true,
    })
  })

  it('says what it is doing', () => {
    expect(stateOf(round).words).toBe('Draft')
    expect(stateOf({ ...round, progress: { phase: 'publishing', done: 0, total: 1 } }).words).toBe('Being published')
    expect(stateOf({ ...round, status: 'running' }).words).toBe('Pairing now')
  })
})
