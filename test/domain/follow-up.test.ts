import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answered, canAnswer } from '../../shared/domain/answer.ts'
import { followedUp, isFollowUpDue, makesSense, QUESTIONS } from '../../shared/domain/follow-up.ts'
import { isOpen, MATCH_ANSWERS, type Match, withoutPerson } from '../../shared/domain/match.ts'
import { introduced, placed, seated } from '../../shared/domain/pairing.ts'
import { ROLES, type Role } from '../../shared/domain/profile-form.ts'
import { aMatch, aMenteeProfile, aMentorProfile, NOW } from '../support/profiles.ts'

const DAY = 86_400_000
const day = (count: number) => new Date(NOW.getTime() + count * DAY)
const since = (at: string | undefined) => (Date.parse(at ?? '') - NOW.getTime()) / DAY

const start = introduced(aMatch(), NOW)
const mentee = placed(aMenteeProfile(), start.id)
const mentor = seated(aMentorProfile(), [start.id])

const says = (match: Match, by: Role, answer: (typeof MATCH_ANSWERS)[number], at: Date): Match =>
  answered({ answer }, by === 'mentee' ? mentee : mentor, { match, mentee, mentor }, at).match

/** What is asked, and on which day, until then; what members say is said before what is due on that day. */
function lived(days: number, said: Record<number, (match: Match, at: Date) => Match> = {}) {
  const asked: string[] = []
  let match = start
  for (let now = 0; now <= days; now++) {
    match = said[now]?.(match, day(now)) ?? match
    while (isFollowUpDue(match, day(now))) {
      const { match: next, ask, silent } = followedUp(match, day(now))
      for (const { to, question } of ask) asked.push(`${now} ${to} ${question}`)
      if (silent) return { match: next, asked: [...asked, `${now} closed`] }
      match = next
    }
  }
  return { match, asked }
}
const both = (what: string) => ROLES.map((role) => what.replace(' ', ` ${role} `))

describe('a pair that says nothing', () => {
  it('is reminded, asked four times, asked whether it goes on, and closed', () => {
    expect(lived(400).asked).toEqual(
      ['3 reminder', '7 first-contact', '21 first-meeting', '30 fit-check', '90 still-there']
        .flatMap(both)
        .concat(['97 closed']),
    )
  })

  it('is not closed when one of the two says a word in time', () => {
    const { asked } = lived(160, { 95: (match, at) => says(match, 'mentor', 'contacted', at) })
    expect(asked.slice(-2)).toEqual(both('150 fit-check'))
    expect(asked).not.toContain('97 closed')
  })
})

describe('a pair that has met', () => {
  it('is asked how it goes on day 30 and then every 60 days, and never closed by us', () => {
    const { asked } = lived(300, { 2: (match, at) => says(match, 'mentee', 'met', at) })
    expect(asked).toEqual(
      ['30 fit-check', '90 fit-check', '150 fit-check', '210 fit-check', '270 fit-check'].flatMap(both),
    )
  })
})

describe('a question that has lost its point', () => {
  it('is not asked: who is in touch is not asked about that, who has met not about meeting', () => {
    const contacted = lived(25, { 2: (match, at) => says(match, 'mentee', 'contacted', at) })
    expect(contacted.asked).toEqual(both('21 first-meeting'))
    const met = lived(25, { 5: (match, at) => says(match, 'mentor', 'good', at) })
    expect(met.asked).toEqual(both('3 reminder'))
  })

  it('is not asked of the one who has answered, and of the other one', () => {
    const { asked } = lived(6, { 1: (match, at) => says(match, 'mentee', 'not-yet', at) })
    expect(asked).toEqual(['3 mentor reminder'])
  })

  it('waits while organizers look at a problem', () => {
    expect(lived(200, { 1: (match, at) => says(match, 'mentee', 'problem', at) }).asked).toEqual([])
  })
})

it('what was missed while nothing ran is not made up for', () => {
  const { match, ask } = followedUp(start, day(40))
  expect(ask.map(({ question }) => question)).toEqual(['reminder', 'reminder'])
  expect([match.nextStep, since(match.dueAt)]).toEqual(['fit-check', 90])
})

it('a draft is not followed up, and nothing follows a match that somebody has left', () => {
  expect(isFollowUpDue(aMatch(), day(999))).toBe(false)
  expect(withoutPerson({ ...start, status: 'ended', endedBecause: 'left' }, 'mentee')).not.toHaveProperty('dueAt')
})

const event = fc.record({
  on: fc.integer({ min: 0, max: 320 }),
  by: fc.constantFrom(...ROLES),
  answer: fc.constantFrom(...MATCH_ANSWERS),
})

it('whatever members say, and whenever: nothing is ever asked, or planned, once a match is over', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 12 }), (events) => {
      let match = start
      for (let now = 0; now <= 330; now++) {
        for (const { by, answer } of events.filter(({ on }) => on === now)) {
          if (canAnswer(match, { answer })) match = says(match, by, answer, day(now))
        }
        if (!isOpen(match)) {
          expect(match).not.toHaveProperty('dueAt')
          for (const question of QUESTIONS)
            for (const to of ROLES) expect(makesSense(question, to, match, day(now))).toBe(false)
        }
        if (!isFollowUpDue(match, day(now))) continue
        expect(isOpen(match)).toBe(true)
        const { match: next, silent } = followedUp(match, day(now))
        if (silent) return
        expect(next.dueAt && next.dueAt > day(now).toISOString()).toBe(true)
        match = next
      }
    }),
    { numRuns: 200 },
  )
})
