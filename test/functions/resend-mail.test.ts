import { beforeEach, describe, expect, it, vi } from 'vitest'
import { programme } from '../../local/mail-examples.ts'
import { newAddress, withProfile } from '../../shared/domain/address.ts'
import { type Mail, notAgain, sent, withoutFacts } from '../../shared/domain/mail.ts'
import type { Match } from '../../shared/domain/match.ts'
import { introduced, placed, seated } from '../../shared/domain/pairing.ts'
import { madeAgain } from '../../shared/mail/again.ts'
import * as eventOutbox from '../../shared/mail/event-outbox.ts'
import * as outbox from '../../shared/mail/outbox.ts'
import { stillWanted } from '../../shared/mail/still-wanted.ts'
import { testMail, testMailIds } from '../../shared/mail/test-mail.ts'
import { threadOf } from '../../shared/mail/thread.ts'
import { addressStore, hashOf } from '../../shared/store/addresses.ts'
import { auditStore } from '../../shared/store/audit.ts'
import { eventStore } from '../../shared/store/events.ts'
import { mailStore } from '../../shared/store/mails.ts'
import { matchStore } from '../../shared/store/matches.ts'
import { profileStore } from '../../shared/store/profiles.ts'
import { registrationStore } from '../../shared/store/registrations.ts'
import { suppressionStore } from '../../shared/store/suppressions.ts'
import { anEvent, aRegistration, seatsFor } from '../support/events.ts'
import { memoryTable } from '../support/memory-table.ts'
import { aMatch, aMenteeProfile, aMentorProfile, NOW } from '../support/profiles.ts'

vi.stubEnv('TABLE_NAME', 'none')
vi.stubEnv('PROGRAMME', JSON.stringify(programme))
const { resendMail } = await import('../../functions/resend-mail.ts')

const table = memoryTable()
const [mails, addresses, profiles, matches, registrations, events, audit, suppressions] = [
  mailStore(table),
  addressStore(table),
  profileStore(table),
  matchStore(table),
  registrationStore(table),
  eventStore(table),
  auditStore(table),
  suppressionStore(table),
]
const deps = {
  table,
  mails,
  profiles,
  addresses,
  suppressions,
  audit,
  madeAgain: madeAgain({ profiles, matches, registrations, mails, programme }),
  stillWanted: stillWanted({ profiles, matches, registrations }),
}
const again = resendMail(deps)

const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000)
const inDays = (count: number) => minutes(count * 24 * 60)
const resend = async (mailId: string, now = minutes(10)) =>
  (await again({ path: { mailId }, who: 'anna' }, now)).body.mailId

const match: Match = introduced(aMatch(), NOW)
const [mentee, mentor] = [placed(aMenteeProfile(), match.id), seated(aMentorProfile(), [match.id])]
const [introduction, toMentor] = outbox.introductions(match, mentee, mentor, NOW)
const [event, registration] = [anEvent(), aRegistration()]
const made = { event, registration, now: NOW }

const failed = (mail: Mail): Mail => ({ ...withoutFacts(mail), status: 'failed', lastError: 'TimeoutError' })
const stored = (...all: Mail[]) => table.transact(all.map(mails.adding))

beforeEach(async () => {
  await table.deleteAll(table.items())
  await matches.putDraft([match], [])
  await table.transact([
    profiles.adding(mentee),
    profiles.adding(mentor),
    events.adding(event),
    events.addingSeats(seatsFor(event)),
    registrations.adding(registration),
  ])
})

describe('a mail that is over', () => {
  it('goes out again as it would be written now, under an id of its own', async () => {
    await stored(failed(introduction))
    const id = await resend(introduction.id)
    expect(id).toBe('introduction#round.mentee#mentee#again-1')
    expect(await mails.get(id)).toEqual({
      ...introduction,
      id,
      createdAt: minutes(10).toISOString(),
      dueAt: minutes(10).toISOString(),
    })
    expect((await mails.get(introduction.id))?.status).toBe('failed')
    expect((await audit.ofDay('2026-03-02')).items).toEqual([
      {
        at: minutes(10).toISOString(),
        who: 'anna',
        what: 'mail-sent-again',
        subject: introduction.id,
        details: { kind: 'introduction' },
      },
    ])
  })

  it('that was sent can go out again, too: somebody may not have found it', async () => {
    await stored(sent(toMentor, 'ses', NOW))
    expect((await mails.get(await resend(toMentor.id)))?.facts).toEqual(toMentor.facts)
  })

  it('stays in its conversation', () => {
    expect(threadOf(`${introduction.id}#again-2`)).toBe(threadOf(introduction.id))
    expect(threadOf('reminder#round.mentee#mentor#7#again-1')).toBe('round.mentee#mentor')
  })

  it('goes out once for two clicks, at once or one after the other', async () => {
    await stored(failed(introduction))
    const [one, other] = await Promise.all([resend(introduction.id), resend(introduction.id)])
    const later = await resend(introduction.id, minutes(10.5))
    expect([one, other, later]).toEqual(Array(3).fill('introduction#round.mentee#mentee#again-1'))
    expect(await mails.to('mentee')).toHaveLength(2)
  })

  it('can be asked for again later, by its own id or that of its last time, nine times in all', async () => {
    await stored(failed(introduction))
    for (let n = 1; n <= 9; n++) {
      const id = await resend(n % 2 ? introduction.id : `${introduction.id}#again-${n - 1}`, minutes(10 * n))
      expect(id).toBe(`${introduction.id}#again-${n}`)
      await expect(resend(introduction.id, minutes(10 * n + 2))).rejects.toMatchObject({ status: 409 })
      const mail = await mails.get(id)
      await table.write(mails.changing(failed(mail ?? expect.fail('it is gone'))))
    }
    await expect(resend(introduction.id, minutes(100))).rejects.toThrow('sent again 9 times')
  })

  it('goes on counting where the log has forgotten its first times', async () => {
    const second = failed({ ...introduction, id: `${introduction.id}#again-2` })
    await stored(second)
    expect(await resend(second.id)).toBe(`${introduction.id}#again-3`)
  })
})

describe('made again from what is stored are', () => {
  const week = inDays(8)
  const event7 = '7d'
  it.each<[string, Mail | undefined, Date]>([
    ['a welcome', outbox.welcome(mentee, programme, NOW), minutes(10)],
    ['a link', outbox.freshLink(mentee, 3, NOW), minutes(10)],
    ['a word to a member who signed up again', outbox.alreadyMember(mentor, 3, NOW), minutes(10)],
    ['a question about a match', outbox.followUp('first-contact', match, mentee, mentor, NOW), week],
    ['a seat', eventOutbox.seatConfirmed(made, 'line')[0], minutes(10)],
    ['a reminder of an event', eventOutbox.eventReminder(made, event7)[0], week],
    ['a change of an event', eventOutbox.eventChanged(made, true)[0], minutes(10)],
    ['a word to somebody who registered twice', eventOutbox.registeredAlready(made)[0], minutes(10)],
    ['thanks', eventOutbox.eventThanks(made)[0], inDays(15)],
  ])('%s', async (_, mail, now) => {
    if (!mail) expect.fail('no such mail')
    await stored(failed(mail))
    expect(notAgain(mail.id, failed(mail))).toBeUndefined()
    const copy = await mails.get(await resend(mail.id, now))
    expect(copy).toMatchObject({ kind: mail.kind, status: 'due', to: mail.to, profileId: mail.profileId })
    expect(copy?.facts?.kind).toBe(mail.kind)
    expect(copy?.dueAt).toBe(now.toISOString())
  })

  it('the confirmation of somebody who has yet to confirm', async () => {
    const pending = aMenteeProfile({ id: 'new', status: 'pending' })
    const mail = outbox.askToConfirm(pending, 1, NOW)
    await table.transact([profiles.adding(pending), mails.adding(failed(mail))])
    expect((await mails.get(await resend(mail.id)))?.facts).toEqual({ kind: 'confirm', role: 'mentee' })
  })

  it('why a round left somebody out', async () => {
    const waiting = aMenteeProfile({ id: 'waiting' })
    const why = { roundId: 'round', menteeId: 'waiting', reason: 'seats', detail: 'All seats are taken.' } as const
    const mail = outbox.leftOutMail(waiting, why, programme, NOW)
    await matches.putDraft([], [why])
    await table.transact([profiles.adding(waiting), mails.adding(failed(mail))])
    expect((await mails.get(await resend(mail.id)))?.facts).toMatchObject({ kind: 'left-out' })
  })

  it('a cancelled registration, while its copy is kept', async () => {
    const gone = { ...registration, id: 'event.2-secret', number: 2, status: 'cancelled' as const }
    const [mail] = eventOutbox.registrationCancelled({ ...made, registration: gone }, 'organizer', true)
    if (!mail) expect.fail('no such mail')
    await table.transact([registrations.adding(gone), mails.adding(failed(mail))])
    await expect(resend(mail.id)).rejects.toThrow('is not kept')
    await table.write(mails.keepingCopy(mail, NOW))
    expect((await mails.get(await resend(mail.id)))?.facts).toEqual(mail.facts)
  })
})

describe('refused, in words, is a mail', () => {
  const refusal = async (mail: Mail, words: string, now = minutes(10)) => {
    await expect(resend(mail.id, now)).rejects.toThrow(words)
    expect((await mails.to(mail.profileId)).map(({ id }) => id)).toEqual([mail.id])
  }

  it('that is waiting or being sent', async () => {
    await stored(introduction)
    await refusal(introduction, 'on its way already')
    expect(notAgain(introduction.id, introduction)).toBe('on-its-way')
  })

  it('that introduces a pair whose match has ended', async () => {
    await stored(failed(introduction))
    await table.write(matches.changing({ ...match, status: 'ended' }))
    await refusal(introduction, 'no longer true')
  })

  it('whose reader has left', async () => {
    await stored(failed(introduction))
    await table.write(profiles.removing(mentee))
    await refusal(introduction, 'no longer true')
  })

  it('whose reader leaves in that moment', async () => {
    await stored(failed(introduction))
    let left = false
    const leaves: typeof deps.madeAgain = async (...asked) => {
      const made = await deps.madeAgain(...asked)
      if (!left) await table.write(profiles.removing(mentee))
      left = true
      return made
    }
    const resends = resendMail({ ...deps, madeAgain: leaves })
    const request = { path: { mailId: introduction.id }, who: 'anna' }
    await expect(resends(request, minutes(10))).rejects.toMatchObject({ status: 409 })
    expect(await mails.to('mentee')).toHaveLength(1)
  })

  it.each([
    outbox.matchOver(match, mentee, mentor, 'declined', programme, NOW),
    outbox.problemReported(match, mentee, 'They never answer.', programme, NOW),
    outbox.goodbye(mentee, NOW),
  ])('of kind $kind, whose facts are kept nowhere', async (mail) => {
    await stored(failed(mail))
    await refusal(mail, 'is not kept')
    expect(notAgain(mail.id, failed(mail))).toBe('not-kept')
  })

  it('that an organizer sent to look at', async () => {
    const facts = { kind: 'welcome', role: 'mentee' } as const
    const [id = ''] = testMailIds('anna', NOW)
    const mail = testMail(id, 'anna@example.org', facts, {}, programme, NOW)
    await stored(failed(mail))
    await refusal(mail, 'This was a test')
    expect(notAgain(id, mail)).toBe('test')
  })

  it('to an address that takes none', async () => {
    await stored(failed(introduction))
    await table.write(
      suppressions.adding({ hash: hashOf('mentee@example.org'), kind: 'bounce', at: NOW.toISOString() }),
    )
    await refusal(introduction, 'takes no mail')
  })

  it('that anybody can ask for, once its address had three of them within an hour', async () => {
    const pending = aMenteeProfile({ id: 'new', status: 'pending' })
    const letters = [1, 2, 3, 4].map((nth) => failed(outbox.askToConfirm(pending, nth, NOW)))
    const known = withProfile(newAddress(hashOf(pending.contact.email)), 'mentee', 'new')
    await table.transact([profiles.adding(pending), addresses.saving(known), ...letters.map(mails.adding)])
    for (const { id } of letters.slice(0, 3)) await resend(id)
    await expect(resend('confirm#new#4')).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('Three such mails'),
    })
    expect(await resend('confirm#new#4', minutes(71))).toBe('confirm#new#4#again-1')
  })

  it('that would be dropped again, because they do without it', async () => {
    await table.write(profiles.changing({ ...mentee, mailOff: ['follow-ups'] }))
    const mail = outbox.followUp('first-contact', match, mentee, mentor, NOW)
    await stored(failed(mail))
    await refusal(mail, 'they do without such mail', inDays(8))
  })

  it('that nobody knows', async () => {
    await expect(resend('introduction#round.nobody#mentee')).rejects.toMatchObject({ status: 404 })
  })
})
