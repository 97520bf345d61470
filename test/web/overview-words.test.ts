import { describe, expect, it } from 'vitest'
import { needsIn } from '../../web/organize/overview/needs.ts'
import { signUpsInWords } from '../../web/organize/overview/sign-ups.ts'
import { bucketName, loadInWords, scoresInWords, waitedInWords } from '../../web/organize/overview/spread.ts'
import { ago } from '../../web/organize/parts/counted.ts'

describe('what needs a hand', () => {
  const none = { count: 0, ids: [] }
  const well = { problems: none, silent: none, suppressed: none, drafts: [], halfEmptyEvents: [] }

  it('is nothing when all is well', () => {
    expect(needsIn(well)).toEqual([])
  })

  it('leads from a match to its mentee, and says how many there are beside those listed', () => {
    expect(needsIn({ ...well, problems: { count: 23, ids: ['round-1.ana', 'round-1.ben'] } })).toEqual([
      { id: 'problems', words: '23 pairs report a problem.', people: { ids: ['ana', 'ben'], of: 23 } },
    ])
  })

  it('leads to rounds and events', () => {
    const event = { eventId: 'e', title: 'Coffee', timeZone: 'America/Chicago', startsAt: '2027-01-13T01:00:00Z' }
    const needs = needsIn({
      ...well,
      drafts: ['round-2'],
      halfEmptyEvents: [{ ...event, waiting: 0, capacity: 12, seatsLeft: 9 }],
    })
    expect(needs.flatMap(({ links = [] }) => links)).toEqual([
      { href: '#/rounds/round-2', name: 'Look at the draft' },
      { href: '#/events/e', name: 'Coffee, Tue, Jan 12, 2027, 7:00 PM CST: 3 of 12 seats taken' },
    ])
  })

  it('tells one from several', () => {
    const one = { count: 1, ids: ['ana'] }
    const words = needsIn({ ...well, suppressed: one, silent: one }).map((need) => need.words)
    expect(words).toEqual([
      '1 person gets no e-mail: it came back, or was marked as spam.',
      'Nobody was heard of in 1 pair, which closes by itself within a week.',
    ])
  })
})

describe('the sentence of a chart', () => {
  it('on sign-ups names the busiest week', () => {
    const weeks = [
      { week: '2026-11-09', mentor: 1, mentee: 0 },
      { week: '2026-11-16', mentor: 2, mentee: 8 },
      { week: '2026-11-23', mentor: 0, mentee: 3 },
    ]
    expect(signUpsInWords(weeks)).toBe(
      '3 mentors and 11 mentees in the last 3 weeks, 3 of them this week; most in the week of Nov 16 (10).',
    )
    expect(signUpsInWords(weeks.map(({ week }) => ({ week, mentor: 0, mentee: 0 })))).toBe(
      'Nobody has signed up in the last 3 weeks.',
    )
  })

  it.for([
    [[0, 0, 0, 0], 'No mentee waits.'],
    [[1, 0, 0, 0], '1 mentee waits, for a first round.'],
    [[4, 3, 2, 0], '4 mentees wait for a first round; 5 were left out before, 2 of them by 2 rounds.'],
    [[2, 0, 5, 0], '2 mentees wait for a first round; 5 were left out before, all by 2 rounds.'],
    [[0, 1, 0, 3], 'Nobody waits for a first round; 4 were left out before, 3 of them by 3 rounds or more.'],
  ] as const)('on rounds waited: %o', ([waited, words]) => {
    expect(waitedInWords(waited)).toBe(words)
  })

  it.for([
    [[0, 0, 0], 'There is no active mentor yet.'],
    [[3, 0, 0], '3 active mentors, and none of them has a mentee yet.'],
    [[0, 2, 1], 'Each of 3 active mentors has a mentee, 1.3 on average.'],
    [[0, 0, 1], 'The only active mentor has a mentee, 2 on average.'],
    [[1, 2, 1], '3 of 4 active mentors have a mentee, 1.3 on average.'],
  ] as const)('on the mentees that mentors have: %o', ([load, words]) => {
    expect(loadInWords(load)).toBe(words)
  })

  it('on scores tells where half of the pairs are, and the lowest', () => {
    const scores = [0, 0, 1, 0, 0, 2, 3, 4, 2, 0]
    expect(scoresInWords(scores)).toBe(
      'At least half of 12 pairs score 700 or more of 1000; the lowest one at least 200.',
    )
    expect(scoresInWords(scores.map(() => 0))).toBe('The last round made no pair.')
    expect([bucketName(0, scores), bucketName(9, scores)]).toEqual(['0–99', '900–1000'])
  })
})

describe('how old a count is', () => {
  it.for([
    ['2026-11-23T11:59:30Z', 'just now'],
    ['2026-11-23T11:58:30Z', '1 minute ago'],
    ['2026-11-23T10:30:00Z', '90 minutes ago'],
    ['2026-11-23T06:10:00Z', '5 hours ago'],
  ] as const)('%s', ([asOf, words]) => {
    expect(ago(asOf, new Date('2026-11-23T12:00:00Z'))).toBe(words)
  })
})
