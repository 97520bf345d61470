import { describe, expect, it } from 'vitest'
import { answered, canAnswer, isAnswered } from '../../shared/domain/answer.ts'
import { introduced, placed, seated } from '../../shared/domain/pairing.ts'
import { resumed } from '../../shared/domain/profile-changes.ts'
import { needsBreak, onBreak } from '../../shared/domain/silence.ts'
import { aMatch, aMenteeProfile, aMentorProfile, NOW } from '../support/profiles.ts'

const day = (count: number) => new Date(NOW.getTime() + count * 86_400_000)
const pair = (id: string) => {
  const match = introduced(aMatch({ id: `round.${id}`, menteeId: id }), NOW)
  return { match, mentee: placed(aMenteeProfile({ id, roundsWaited: 1 }), match.id) }
}
const [one, two, three] = [pair('one'), pair('two'), pair('three')]
const mentor = seated(aMentorProfile({ capacity: 3 }), [one.match.id, two.match.id, three.match.id])

describe('a mentee who says “not yet”', () => {
  const saysNotYet = (at: Date, match = one.match) =>
    answered({ answer: 'not-yet' }, one.mentee, { match, mentee: one.mentee, mentor }, at)

  it('waits in vain when the mentor has had a week and has not said a word', () => {
    expect(saysNotYet(day(7)).mentor).toMatchObject({ ignored: [one.match.id] })
    expect(saysNotYet(day(6)).mentor).toBe(mentor)
  })

  it('does not when the mentor has answered, whatever it was', () => {
    const { match } = answered({ answer: 'contacted' }, mentor, { ...one, mentor }, day(5))
    expect(saysNotYet(day(9), match).mentor).toBe(mentor)
  })

  it('is counted once, and not any more when the mentor answers after all', () => {
    const first = saysNotYet(day(7))
    const again = answered({ answer: 'not-yet' }, one.mentee, first, day(21))
    expect(again.mentor?.ignored).toEqual([one.match.id])
    expect(answered({ answer: 'contacted' }, mentor, again, day(22)).mentor?.ignored).toEqual([])
  })

  it.each(['met', 'contacted', 'good'] as const)('and later “%s” no longer waits', (answer) => {
    const waiting = saysNotYet(day(7))
    expect(answered({ answer }, one.mentee, waiting, day(21)).mentor?.ignored).toEqual([])
  })

  it('is the same as a second tap, and another answer two weeks later', () => {
    const { match } = saysNotYet(day(7))
    expect(isAnswered(match, { answer: 'not-yet' }, one.mentee, day(7))).toBe(true)
    expect(isAnswered(match, { answer: 'not-yet' }, one.mentee, day(21))).toBe(false)
  })
})

describe('a mentor who lets two mentees wait', () => {
  const silent = { ...mentor, ignored: [one.match.id, two.match.id] }

  it('needs a break; not after one, and not when they have paused', () => {
    expect(needsBreak(silent)).toBe(true)
    expect(needsBreak({ ...mentor, ignored: [one.match.id] })).toBe(false)
    expect(needsBreak({ ...silent, status: 'paused' })).toBe(false)
  })

  it('is paused and counted anew; those who waited are free and have waited one round more', () => {
    const { mentor: resting, freed } = onBreak(silent, [one, two])
    expect(resting).toMatchObject({ status: 'paused', ignored: [], matchIds: [three.match.id] })
    expect(freed).toHaveLength(2)
    for (const { match, mentee } of freed) {
      expect(match).toMatchObject({ status: 'ended', endedBecause: 'silent' })
      expect(match).not.toHaveProperty('dueAt')
      expect(mentee).toMatchObject({ roundsWaited: 2, blocked: ['mentor'] })
      expect(mentee).not.toHaveProperty('matchId')
    }
  })
})

it('a mentor who comes back is counted from zero: what they missed while away is no reason for another break', () => {
  const away = { ...mentor, status: 'paused' as const, ignored: [one.match.id, two.match.id] }
  const back = resumed(away)
  expect(back).toMatchObject({ status: 'active', ignored: [] })
  expect(needsBreak(back)).toBe(false)
})

describe('a break ends', () => {
  const silent = { ...mentor, ignored: [one.match.id, two.match.id] }

  it('no match in which the two have met, whoever said so', () => {
    const met = { ...one, match: { ...one.match, status: 'met' as const } }
    const { mentor: resting, freed } = onBreak(silent, [met, two])
    expect(freed.map(({ match }) => match.id)).toEqual([two.match.id])
    expect(resting.matchIds).toEqual([one.match.id, three.match.id])
  })

  it('no match in which nobody waits in vain', () => {
    expect(onBreak(silent, [one, two, three]).freed.map(({ match }) => match.id)).not.toContain(three.match.id)
  })
})

describe('how it goes', () => {
  const trio = { ...one, mentor }
  it('“good” means that they have met; “unsure” changes nothing but what we know', () => {
    expect(answered({ answer: 'good' }, mentor, trio, NOW)).toMatchObject({
      match: { status: 'met' },
      mentee: { roundsWaited: 0 },
    })
    expect(answered({ answer: 'unsure' }, one.mentee, trio, NOW)).toMatchObject({
      match: { status: 'introduced', answers: [{ by: 'mentee', answer: 'unsure' }] },
      mentee: one.mentee,
      mentor,
    })
  })

  it('“not a fit” ends the match for both, keeps these two apart, and counts as waiting', () => {
    const after = answered({ answer: 'not-a-fit' }, one.mentee, trio, NOW)
    expect(after).toMatchObject({
      match: { status: 'ended' },
      mentee: { roundsWaited: 2, blocked: ['mentor'] },
      mentor: { matchIds: [two.match.id, three.match.id], status: 'active' },
    })
    expect(after.match).not.toHaveProperty('endedBecause')
    expect(isAnswered(after.match, { answer: 'not-a-fit' }, one.mentee, day(9))).toBe(true)
    for (const answer of ['contacted', 'not-yet', 'good', 'unsure', 'not-a-fit'] as const)
      expect(canAnswer(after.match, { answer })).toBe(false)
  })
})
