import { describe, expect, test } from 'vitest'
import { links, mailTo, programme } from '../../local/mail-examples.ts'
import { QUESTIONS } from '../../shared/domain/follow-up.ts'
import { over } from '../../shared/domain/match.ts'
import { introduced, placed, seated } from '../../shared/domain/pairing.ts'
import { paused } from '../../shared/domain/profile-changes.ts'
import { followUp, leftOutMail, matchOver } from '../../shared/mail/outbox.ts'
import { stillWanted } from '../../shared/mail/still-wanted.ts'
import { aMatch, aMenteeProfile, aMentorProfile, NOW } from '../support/profiles.ts'

const oneLine = (text: string) => text.replace(/\s+/g, ' ')
const ask = (kind: (typeof QUESTIONS)[number], role: 'mentor' | 'mentee' = 'mentee') =>
  mailTo({ kind, role, matchId: 'round.mentee', partnerFirstName: 'Sam' })

describe.each(QUESTIONS)('the question %s', (kind) => {
  test('names the partner, has one button, and the crisis line', () => {
    for (const role of ['mentor', 'mentee'] as const) {
      const { subject, html, text } = ask(kind, role)
      expect(subject).toContain('Sam')
      expect(html.match(/<td[^>]* class="button"/g)).toHaveLength(1)
      expect(text).toContain(links.match)
      expect(oneLine(text)).toContain('In a crisis call or text 988 (US). In immediate danger call 911.')
    }
  })

  test('manages without a name', () => {
    expect(mailTo({ kind, role: 'mentor', matchId: 'm', partnerFirstName: '' }).text).toContain('your mentee')
  })
})

test('who is asked for an answer reads which ones there are, and that they stay private', () => {
  expect(oneLine(ask('first-contact').text)).toMatch(
    /yes, not yet, or there is a problem.*stays between you and the org/,
  )
  expect(oneLine(ask('fit-check').text)).toMatch(/good, not sure, or not a fit.*stays between you and the organizers/)
  expect(oneLine(ask('still-there').text)).toContain('within seven days')
})

test('a mentor on a break reads why, without reproach, and has a way back', () => {
  const { text } = mailTo({ kind: 'on-break' })
  expect(oneLine(text)).toContain('two mentees have not heard from you')
  expect(text).toContain(`Come back:\n${links.me}`)
})

test('who hears of an end that was private hears no reason', () => {
  const end = (because: 'ended' | 'silent') =>
    oneLine(mailTo({ kind: 'match-over', role: 'mentee', partnerFirstName: 'Sam', because }).text)
  expect(end('ended')).not.toMatch(/does not fit|not a fit|told us/)
  expect(end('ended')).toContain('says nothing about you')
  expect(end('silent')).toContain("nobody's fault")
})

const match = introduced(aMatch(), NOW)
const mentee = placed(aMenteeProfile(), match.id)
const mentor = seated(aMentorProfile(), [match.id])
/** 21:30 in Ohio. */
const NIGHT = new Date('2026-03-10T01:30:00.000Z')

describe('in the night', () => {
  test('what can wait, waits for the morning of its reader', () => {
    const mails = [
      followUp('first-contact', match, mentee, mentor, NIGHT),
      matchOver(match, mentee, mentor, 'silent', programme, NIGHT),
    ]
    for (const { dueAt, createdAt } of mails) {
      expect(dueAt).toBe('2026-03-10T11:00:00.000Z')
      expect(createdAt).toBe(NIGHT.toISOString())
    }
  })

  test('somebody at work by night is told at once, and news of an end or of a round never wait', () => {
    const unplaced = { roundId: 'round', menteeId: 'mentee', reason: 'seats', detail: '' } as const
    expect(leftOutMail(mentee, unplaced, programme, NIGHT).dueAt).toBe(NIGHT.toISOString())
    const atNight = { ...mentee, traits: { ...mentee.traits, shift: 'night' as const } }
    expect(followUp('reminder', match, atNight, mentor, NIGHT).dueAt).toBe(NIGHT.toISOString())
    expect(matchOver(match, mentee, mentor, 'declined', programme, NIGHT).dueAt).toBe(NIGHT.toISOString())
  })
})

describe('just before it is sent, a question', () => {
  const mail = followUp('first-contact', match, mentee, mentor, NIGHT)
  const verdict = (reader: typeof mentee | undefined, found: typeof match | undefined = match) =>
    stillWanted({
      profiles: { get: async () => reader },
      matches: { get: async () => found },
      registrations: { around: async () => undefined },
    })(mail, NIGHT)

  test('goes out while it makes sense', async () => {
    expect(await verdict(mentee)).toBe('send')
  })

  test('is dropped when the match is over, or the reader has paused, left, or does without', async () => {
    expect(await verdict(mentee, { ...over(match), status: 'declined' })).toBe('drop')
    expect(await verdict(paused(mentee))).toBe('drop')
    expect(await verdict(undefined)).toBe('drop')
    expect(await verdict({ ...mentee, mailOff: ['follow-ups'] })).toBe('drop')
    expect(await verdict({ ...mentee, mailOff: ['reminders'] })).toBe('send')
  })

  test('is dropped when it was answered meanwhile', async () => {
    const answers = [{ by: 'mentor' as const, answer: 'contacted' as const, at: NIGHT.toISOString() }]
    expect(await verdict(mentee, { ...match, answers })).toBe('drop')
  })
})
