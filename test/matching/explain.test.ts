import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { MatchingSettingsInput } from '../../shared/domain/programme.ts'
import { LEFT_OUT_REASONS } from '../../shared/domain/round.ts'
import { freeWeek, hoursOf } from '../../shared/domain/week.ts'
import { reasonsFor, suggestedHour, whyUnplaced } from '../../shared/matching/explain.ts'
import type { Person } from '../../shared/matching/person.ts'
import { rulesFor } from '../../shared/matching/rules.ts'
import { scorePair } from '../../shared/matching/score.ts'
import { aMentee, aMentor } from '../support/people.ts'
import { aPopulation } from './population.ts'

type Traits = Partial<Person>

function reasons(mentee: Traits, mentor: Traits, settings?: MatchingSettingsInput): string[] {
  const [one, other] = [aMentee(mentee), aMentor(mentor)]
  return reasonsFor(one, other, rulesFor([one, other], settings))
}

function hour(mentee: Traits, mentor: Traits, settings?: MatchingSettingsInput): number | undefined {
  const [one, other] = [aMentee(mentee), aMentor(mentor)]
  return suggestedHour(one, other, rulesFor([one, other], settings))
}

describe('why this pair', () => {
  test('is told with the facts, strongest parts first, at most five sentences', () => {
    const both: Traits = { shift: 'night', style: { structure: 3, feedback: 4, pace: 5 }, meeting: ['video', 'phone'] }
    expect(reasons({ ...both, pursuing: 'MLS', availability: ['mon-morning', 'tue-evening'] }, both)).toEqual([
      'You both chose certification exam preparation.',
      'The mentor holds MLS, the credential the mentee is preparing for.',
      'You share a department: hematology.',
      'You like about the same structure, feedback and pace.',
      'You are both in Ohio.',
    ])
  })

  test('starts elsewhere when the programme weighs things differently', () => {
    const weights = { topics: 0, practice: 0, style: 0, contact: 1000, background: 0 }
    const [first] = reasons({ availability: ['mon-morning', 'tue-evening'] }, {}, { weights })
    expect(first).toBe(
      'You are both free 12 hours a week, such as Monday 06:00–12:00 Eastern Time, and both like video calls.',
    )
  })

  test.each<[string, Traits, Traits]>([
    ['Tuesday 18:00–24:00 Central Time', { state: 'IL', availability: ['tue-evening'] }, { state: 'IL' }],
    [
      'Tuesday 18:00–21:00 Pacific Time, which is 21:00–24:00 Eastern Time',
      { state: 'CA', availability: ['tue-evening'] },
      { state: 'OH', availability: ['tue-evening'] },
    ],
    [
      'Tuesday 21:00–24:00 Pacific Time, which is Wednesday 00:00–03:00 Eastern Time',
      { state: 'CA', availability: ['tue-evening'] },
      { state: 'OH', availability: ['wed-night'] },
    ],
    [
      'Monday 06:30–11:30 India Standard Time',
      { timeZone: 'Asia/Kolkata', availability: ['mon-morning'] },
      { timeZone: 'Asia/Kolkata' },
    ],
  ])('names a time that is true for both readers: %s', (time, mentee, mentor) => {
    const weights = { topics: 0, practice: 0, style: 0, contact: 1000, background: 0 }
    const [first] = reasons(mentee, mentor, { weights })
    expect(first).toBe(`You are both free ${time}, and both like video calls.`)
  })

  test('tells of one evening when the week wraps around', () => {
    // Sunday 18:00–24:00 in Hawaii is Monday 04:00–10:00 in UTC, the first hours of its week.
    const hawaii: Traits = { state: 'HI', availability: ['sun-evening'] }
    expect(
      reasons(hawaii, hawaii, { weights: { topics: 0, practice: 0, style: 0, contact: 1000, background: 0 } })[0],
    ).toBe('You are both free Sunday 18:00–24:00 Hawaii-Aleutian Standard Time, and both like video calls.')
  })

  test.each<[string, Traits, Traits]>([
    ['You both work nights.', { shift: 'night', state: 'CA' }, { shift: 'night' }],
    ['You are in neighboring states.', { state: 'PA' }, { state: 'OH' }],
    ['You are both in ASCLS region IV.', { state: 'KY' }, { state: 'MI' }],
    ['You are both in the District of Columbia.', { state: 'DC' }, { state: 'DC' }],
    [
      'The mentor holds a state license, the credential the mentee is preparing for.',
      { pursuing: 'STATE' },
      { credentials: ['STATE'] },
    ],
    [
      'You share departments: hematology and LIS.',
      { departments: ['hematology', 'lis'] },
      { departments: ['lis', 'hematology'] },
    ],
    ['You both work in a hospital laboratory.', {}, {}],
    ['The mentor has 10 more years of experience.', { shift: 'night', state: 'CA' }, {}],
  ])('can be: %s', (sentence, mentee, mentor) => {
    expect(reasons(mentee, mentor)).toContain(sentence)
  })

  test('is two to five sentences, each once, for whoever may be paired', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const people = aPopulation({ mentees: 8, mentors: 8, seats: 1, seed })
        const rules = rulesFor(people)
        for (const mentee of people.filter(({ role }) => role === 'mentee')) {
          for (const mentor of people.filter(({ role }) => role === 'mentor')) {
            if ('barrier' in scorePair(mentee, mentor, rules)) continue
            const told = reasonsFor(mentee, mentor, rules)
            expect(told.length).toBeGreaterThanOrEqual(2)
            expect(told.length).toBeLessThanOrEqual(5)
            expect(new Set(told).size).toBe(told.length)
            expect(told.filter((sentence) => !/^[A-Z].*[^.]\.$/.test(sentence) || / [/(]/.test(sentence))).toEqual([])
          }
        }
      }),
    )
  })

  test('names no employer, and nobody', () => {
    const secret: Traits = { employer: 'Mercy', email: 'sam@example.org', languages: ['en'] }
    const told = reasons({ ...secret, email: 'kim@example.org' }, secret).join(' ')
    expect(told).not.toMatch(/Mercy|example\.org|\b(he|she|his|her)\b/i)
  })
})

describe('the suggested hour', () => {
  const ohio = (...availability: Person['availability']): Traits => ({ state: 'OH', availability })
  const winter = { at: '2026-01-15T12:00:00.000Z' }

  test('is near the middle of the day when both are always free', () => {
    expect(hour({}, {}, winter)).toBe(19)
  })

  test('is civil for both ends of the country', () => {
    // 08–21 in Ohio and in Hawaii (5 hours behind in winter) share 13–21 in Ohio; the fairest hour is 16:00 and 11:00.
    const found = hour({ state: 'OH' }, { state: 'HI' }, winter)
    expect((Number(found) - 5 + 168) % 24).toBe(16)
  })

  test('stays within what both are free, however early', () => {
    // 05:00 in Ohio is the last hour of the night block: 10:00 UTC.
    expect(hour(ohio('wed-night'), ohio('wed-night'), winter)).toBe(2 * 24 + 10)
    expect(hour(ohio('wed-night', 'thu-morning'), ohio('wed-night', 'thu-morning'), winter)).toBe(3 * 24 + 16)
  })

  test('moves with summer time', () => {
    const july = { at: '2026-07-15T12:00:00.000Z' }
    expect(Number(hour(ohio('mon-evening'), ohio('mon-evening'), winter))).toBe(23)
    expect(Number(hour(ohio('mon-evening'), ohio('mon-evening'), july))).toBe(22)
  })

  test('is missing when they share none', () => {
    expect(hour(ohio('mon-night'), ohio('tue-night'))).toBeUndefined()
  })

  test('is an hour that both are free from end to end, even with half hours', () => {
    const kolkata = { timeZone: 'Asia/Kolkata', availability: ['mon-morning'] } as const satisfies Traits
    const found = hour({ ...kolkata, availability: [...kolkata.availability] }, { timeZone: 'UTC' })
    expect(hoursOf(freeWeek(kolkata.availability, 330))).toContain(found)
  })
})

describe('a mentee who was left out', () => {
  test.each(LEFT_OUT_REASONS)('is told why and what would help: %s', (reason) => {
    const { why, help } = whyUnplaced(reason)
    for (const sentence of [why, help]) expect(sentence).toMatch(/^[A-Z].{20,150}\.$/)
  })

  test('can act on it', () => {
    expect(whyUnplaced('hours')).toEqual({
      why: 'No mentor with a free seat shares an hour with you.',
      help: 'Adding an evening or a weekend slot would help most.',
    })
  })
})
