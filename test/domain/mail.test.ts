import { describe, expect, it } from 'vitest'
import { claimed, isDue, Mail, notSent, sent } from '../../shared/domain/mail.ts'
import { alreadyMember, welcome } from '../../shared/mail/outbox.ts'
import { aMenteeProfile, NOW } from '../support/profiles.ts'

const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000)
const aMail = () => alreadyMember(aMenteeProfile(), 1, NOW)

describe('a mail', () => {
  it('is due at once', () => {
    expect(isDue(aMail(), NOW)).toBe(true)
    expect(isDue(aMail(), minutes(-1))).toBe(false)
  })

  it('is held by its sender for half a minute, and then due again: the sender may have died', () => {
    const held = claimed(aMail(), NOW)
    expect(held).toMatchObject({ status: 'sending', attempts: 1 })
    expect([isDue(held, minutes(0.49)), isDue(held, minutes(0.5))]).toEqual([false, true])
  })

  it('keeps nothing personal once it is sent', () => {
    const over = sent(claimed(aMail(), NOW), 'ses-id', NOW)
    expect(over).toMatchObject({ status: 'sent', messageId: 'ses-id', sentAt: NOW.toISOString() })
    expect(JSON.stringify(over)).not.toMatch(/example\.org|Sam|facts/)
    expect(isDue(over, minutes(9999))).toBe(false)
    expect(Mail.parse(over)).toEqual(over)
  })

  it('that was not sent is tried again after 1, 2, 4 … minutes, at most an hour apart', () => {
    const waits = Array.from({ length: 9 }, (_, i) => {
      const again = notSent({ ...aMail(), attempts: i + 1 }, 'Throttling', false, NOW)
      return (Date.parse(again.dueAt ?? '') - NOW.getTime()) / 60_000
    })
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60])
  })

  it('that was not sent keeps what it needs for the next time, and the reason', () => {
    const again = notSent(claimed(aMail(), NOW), 'Throttling', false, NOW)
    expect(again).toMatchObject({ status: 'due', lastError: 'Throttling', to: aMail().to, facts: aMail().facts })
  })

  it('is given up a day after the first try, and not before, however long it waited for that', () => {
    const [wait, day] = [5 * 24 * 60, 24 * 60]
    const tried = claimed({ ...claimed(aMail(), minutes(wait)), status: 'due' }, minutes(wait + 60))
    expect(notSent(tried, 'TimeoutError', false, minutes(wait + day)).status).toBe('due')
    const over = notSent(tried, 'TimeoutError', false, minutes(wait + day + 1))
    expect(over).toMatchObject({ status: 'failed', lastError: 'TimeoutError' })
    expect(JSON.stringify(over)).not.toMatch(/example\.org|Sam|facts|dueAt/)
  })

  it('is tried for a day: the attempts come to that', () => {
    let [mail, now, attempts] = [aMail(), NOW, 0]
    while (mail.dueAt) {
      now = new Date(mail.dueAt)
      mail = notSent(claimed(mail, now), 'TimeoutError', false, now)
      attempts++
    }
    expect(attempts).toBeGreaterThan(20)
    expect(now.getTime() - NOW.getTime()).toBeLessThan(26 * 3_600_000)
  })

  it('is given up when it was refused four times; other failures do not count', () => {
    let mail: Mail = { ...aMail(), attempts: 12 }
    for (const refused of [true, false, true, true, false]) mail = notSent(mail, 'an error', refused, NOW)
    expect(mail).toMatchObject({ status: 'due', refusals: 3 })
    const over = notSent(mail, 'MessageRejected', true, NOW)
    expect(over).toMatchObject({ status: 'failed', lastError: 'MessageRejected' })
    expect(Mail.parse(over)).toEqual(over)
  })
})

it('what happens once makes one mail: the id says so', () => {
  const programme = { name: 'B', sender: 'a@example.org', replyTo: 'a@example.org', siteUrl: 'https://example.org' }
  const settings = {
    timeZone: 'UTC',
    roundSchedule: 'rate(7 days)',
    publish: 'auto' as const,
    mailsPerSecond: 1,
    requestsPerSecond: 1,
    peopleExpected: 40,
    largeRounds: false,
    scripts: false,
    cadence: '',
    organizers: '',
    undoMinutes: 10,
  }
  const rules = { minimumExperienceGap: 2, loadPenalty: 2 }
  const weights = { topics: 350, practice: 200, style: 150, contact: 150, background: 150 }
  const mail = (now: Date) => welcome(aMenteeProfile(), { ...programme, ...settings, rules, weights }, now)
  expect(mail(NOW).id).toBe(mail(minutes(5)).id)
  expect(mail(NOW).facts).toEqual({ kind: 'welcome', role: 'mentee', nextRoundAt: undefined })
})
