import { describe, expect, it } from 'vitest'
import { isOpen, MATCH_STATUSES, matchId, matchView, roundOf, withoutPerson } from '../../shared/domain/match.ts'
import {
  blocking,
  introduced,
  leftOut,
  letDown,
  placed,
  seated,
  stillPossible,
  unseated,
} from '../../shared/domain/pairing.ts'
import { inPool, room } from '../../shared/domain/profile.ts'
import { paused } from '../../shared/domain/profile-changes.ts'
import { aMatch, aMenteeProfile, aMentorProfile, NOW } from '../support/profiles.ts'

describe('a match', () => {
  it('tells its round by its id', () => {
    expect(roundOf(matchId('round', 'mentee'))).toBe('round')
    for (const nonsense of ['', 'round', '.', 'round.', '.mentee', 'a.b.c']) expect(roundOf(nonsense)).toBeUndefined()
  })

  it('is open from the introduction until somebody ends it', () => {
    expect(MATCH_STATUSES.filter((status) => isOpen(aMatch({ status })))).toEqual(['introduced', 'met'])
  })

  it('keeps when it was introduced', () => {
    expect(introduced(aMatch(), NOW)).toMatchObject({ status: 'introduced', introducedAt: NOW.toISOString() })
  })

  it('forgets who left and what was said, and keeps the other one', () => {
    const answers = (['mentee', 'mentor'] as const).map((by) => ({
      by,
      answer: 'problem' as const,
      note: 'Sam is late.',
      at: NOW.toISOString(),
    }))
    const trace = withoutPerson(aMatch({ answers, status: 'ended' }), 'mentee')
    expect(trace).toMatchObject({ menteeId: 'left', mentorId: 'mentor', reasons: [], status: 'ended', score: 500 })
    expect(trace).not.toHaveProperty('suggestedHour')
    expect(trace.answers).toEqual([{ by: 'mentor', answer: 'problem', at: NOW.toISOString() }])
    expect(withoutPerson(aMatch(), 'mentor')).toMatchObject({ menteeId: 'mentee', mentorId: 'left' })
  })

  it('is shown without its version', () => {
    expect(matchView(aMatch())).not.toHaveProperty('version')
    expect(matchView(aMatch())).toMatchObject({ matchId: 'round.mentee', score: 500 })
  })
})

describe('of the drafted pairs of a mentor', () => {
  const pair = (id: string, score: number, changes = {}) => ({
    match: aMatch({ id: `round.${id}`, menteeId: id, score }),
    mentee: aMenteeProfile({ id, ...changes }),
  })
  const possible = (mentor: Parameters<typeof stillPossible>[0], pairs: ReturnType<typeof pair>[]) =>
    stillPossible(mentor, pairs).map(({ mentee }) => mentee.id)

  it('the best get the seats that are left; who comes first by id, when they are as good', () => {
    const mentor = aMentorProfile({ capacity: 3, matchIds: ['before'] })
    const pairs = [pair('c', 300), pair('a', 100), pair('e', 900), pair('d', 300)]
    expect(possible(mentor, pairs)).toEqual(['e', 'c'])
    expect(possible(mentor, pairs.toReversed())).toEqual(['e', 'c'])
  })

  it('those chosen by hand come before the best', () => {
    const chosen = pair('b', 10)
    const pairs = [pair('a', 900), { ...chosen, match: { ...chosen.match, pinned: true as const } }]
    expect(possible(aMentorProfile({ capacity: 1 }), pairs)).toEqual(['b'])
  })

  it('none is possible when the mentor has paused, has left, or has no seat', () => {
    const pairs = [pair('a', 1)]
    expect(possible(aMentorProfile(), pairs)).toEqual(['a'])
    expect(possible(paused(aMentorProfile()), pairs)).toEqual([])
    expect(possible(undefined, pairs)).toEqual([])
    expect(possible(aMentorProfile({ capacity: 1, matchIds: ['x', 'y'] }), pairs)).toEqual([])
  })

  it('those fall away whose mentee has paused, has a mentor, or must not meet this one', () => {
    const pairs = [
      pair('paused', 9, { status: 'paused' }),
      pair('taken', 9, { matchId: 'another.match' }),
      pair('blocked', 9, { blocked: ['mentor'] }),
      pair('free', 1, { blocked: ['somebody else'] }),
    ]
    expect(possible(aMentorProfile({ capacity: 5 }), pairs)).toEqual(['free'])
  })
})

describe('people in a match', () => {
  it('take their places and are free again afterwards', () => {
    const mentor = seated(aMentorProfile({ capacity: 1 }), ['round.mentee'])
    const mentee = placed(aMenteeProfile(), 'round.mentee')
    expect([inPool(mentor), inPool(mentee)]).toEqual([false, false])
    expect(room(unseated(mentor, aMatch()))).toBe(1)
    expect(unseated(mentor, aMatch({ id: 'other.match' }))).toEqual(mentor)
    expect(inPool(letDown(mentee, aMatch()))).toBe(true)
  })

  it('who were let down have waited one round more; by another match they are not', () => {
    const mentee = placed(aMenteeProfile({ roundsWaited: 2 }), 'round.mentee')
    expect(letDown(mentee, aMatch()).roundsWaited).toBe(3)
    expect(letDown(mentee, aMatch({ id: 'other.match' }))).toEqual(mentee)
  })

  it('count a round that left them out once, and no more than seven rounds', () => {
    const once = leftOut(aMenteeProfile(), 'round')
    expect(once.roundsWaited).toBe(1)
    expect(leftOut(once, 'round')).toEqual(once)
    expect(leftOut(once, 'next').roundsWaited).toBe(2)
    expect(leftOut(aMenteeProfile({ roundsWaited: 7 }), 'next').roundsWaited).toBe(7)
  })

  it('are kept apart for ever, and listed once', () => {
    const apart = blocking(blocking(aMenteeProfile(), 'mentor'), 'mentor')
    expect(apart.blocked).toEqual(['mentor'])
  })
})
