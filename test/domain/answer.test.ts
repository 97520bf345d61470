import { describe, expect, it } from 'vitest'
import { answered, canAnswer, isAnswered } from '../../shared/domain/answer.ts'
import { MATCH_STATUSES } from '../../shared/domain/match.ts'
import { paused } from '../../shared/domain/profile-changes.ts'
import { aMatch, aMenteeProfile, aMentorProfile, NOW } from '../support/profiles.ts'

const match = aMatch({ status: 'introduced' })
const mentee = aMenteeProfile({ matchId: match.id, roundsWaited: 2 })
const mentor = aMentorProfile({ matchIds: [match.id, 'other'] })
const trio = { match, mentee, mentor }

describe('an answer', () => {
  it('“met” ends the waiting', () => {
    const after = answered({ answer: 'met' }, mentor, trio, NOW)
    expect(after).toMatchObject({ match: { status: 'met' }, mentee: { roundsWaited: 0, matchId: match.id }, mentor })
  })

  it('“decline” frees both, counts as waiting, and keeps these two apart', () => {
    const after = answered({ answer: 'decline' }, mentor, trio, NOW)
    expect(after.match.status).toBe('declined')
    expect(after.mentee).toMatchObject({ roundsWaited: 3, blocked: [mentor.id], status: 'active' })
    expect(after.mentee).not.toHaveProperty('matchId')
    expect(after.mentor).toMatchObject({ matchIds: ['other'], status: 'active' })
  })

  it('“decline and pause” pauses the one who says it', () => {
    expect(answered({ answer: 'decline-and-pause' }, mentee, trio, NOW)).toMatchObject({
      match: { status: 'declined' },
      mentee: { status: 'paused' },
      mentor: { status: 'active' },
    })
    expect(answered({ answer: 'decline-and-pause' }, mentor, trio, NOW).mentor?.status).toBe('paused')
  })

  it('“decline and pause” after the partner declined still pauses, and nothing else', () => {
    const over = { ...trio, match: aMatch({ status: 'declined' }), mentee: aMenteeProfile({ roundsWaited: 3 }) }
    expect(canAnswer(over.match, { answer: 'decline-and-pause' })).toBe(true)
    expect(isAnswered(over.match, { answer: 'decline-and-pause' }, over.mentee, NOW)).toBe(false)
    const after = answered({ answer: 'decline-and-pause' }, over.mentee, over, NOW)
    expect(after.mentee).toEqual(paused(over.mentee))
    expect(after.mentor).toBe(mentor)
    expect(isAnswered(over.match, { answer: 'decline-and-pause' }, paused(over.mentee), NOW)).toBe(true)
  })

  it('“problem” is kept from both, at any time, and changes nobody', () => {
    const first = answered({ answer: 'problem', note: 'One.' }, mentee, trio, NOW)
    const second = answered({ answer: 'problem', note: 'Two.' }, mentor, { ...trio, match: first.match }, NOW)
    expect(second.match.answers?.map(({ by, note }) => [by, note])).toEqual([
      ['mentee', 'One.'],
      ['mentor', 'Two.'],
    ])
    expect(second).toMatchObject({ mentee, mentor, match: { status: 'introduced' } })
    for (const status of MATCH_STATUSES) expect(canAnswer(aMatch({ status }), { answer: 'problem' })).toBe(true)
  })

  it('words about somebody who left are not kept', () => {
    const after = answered({ answer: 'problem', note: 'Sam was rude.' }, mentee, { match, mentee }, NOW)
    expect(after.match.answers).toEqual([{ by: 'mentee', answer: 'problem', note: undefined, at: NOW.toISOString() }])
  })

  it('the same again is the same; another one after the end is too late', () => {
    expect(isAnswered(aMatch({ status: 'met' }), { answer: 'met' }, mentee, NOW)).toBe(true)
    expect(isAnswered(aMatch({ status: 'declined' }), { answer: 'decline' }, mentee, NOW)).toBe(true)
    for (const answer of ['met', 'decline'] as const)
      expect(canAnswer(aMatch({ status: 'ended' }), { answer })).toBe(false)
  })
})
