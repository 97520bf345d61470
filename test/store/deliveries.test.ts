import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { BusEvent } from '../../local/bus.ts'
import { DATABASES } from '../../local/database.ts'
import { type Accepted, feedbackOn } from '../../local/feedback.ts'
import { programme } from '../../local/mail-examples.ts'
import type { Mail } from '../../shared/domain/mail.ts'
import { welcome } from '../../shared/mail/outbox.ts'
import { sendDue } from '../../shared/mail/outgoing.ts'
import { recordDelivery } from '../../shared/mail/record.ts'
import { newsIn, SesEvent, tagOf } from '../../shared/mail/ses-event.ts'
import { hashOf } from '../../shared/store/addresses.ts'
import { deliveryStore } from '../../shared/store/deliveries.ts'
import { partition } from '../../shared/store/page.ts'
import { suppressionStore } from '../../shared/store/suppressions.ts'
import { mailKey } from '../../shared/store/table.ts'
import { atOnce } from '../support/outbox.ts'
import { aMenteeProfile, NOW } from '../support/profiles.ts'
import { emptyStores } from '../support/stores.ts'

let stores: Awaited<ReturnType<typeof emptyStores>>
beforeAll(async () => {
  const kind = DATABASES.find((each) => each.available())
  if (!kind) throw new Error('No database runs on this computer.')
  stores = await emptyStores(kind)
})
afterAll(() => stores.stop())

const EMAIL = 'Sam.Rivera@example.org'
const hours = (count: number) => new Date(NOW.getTime() + count * 3_600_000)
let nth = 0

/** A mail that was sent, and what SES may tell of it. */
async function aSentMail() {
  const { table, mails } = stores
  const [deliveries, suppressions] = [deliveryStore(table), suppressionStore(table)]
  const contact = { ...aMenteeProfile().contact, email: EMAIL }
  const mail = welcome(aMenteeProfile({ id: `reader${nth++}`, contact }), programme, NOW)
  await table.transact([mails.adding(mail)])
  let sendings = 0
  const messageId = () => `ses-${mail.id}-${sendings}`
  const pauses: number[] = []
  const record = recordDelivery({
    table,
    mails,
    deliveries,
    suppressions,
    async pause(milliseconds) {
      pauses.push(milliseconds)
      if (pauses.length === 2) await marks?.()
    },
  })
  let marks: (() => Promise<void>) | undefined
  const accepted = (to: string): Accepted => ({
    messageId: messageId(),
    from: 'hello@example.org',
    to: [to],
    subject: 'Welcome',
    configurationSet: 'ours',
    tags: { mail: tagOf(mail.id) },
  })
  const sends = (now: Date) =>
    sendDue({
      table,
      mails,
      suppressionOf: async () => undefined,
      stillWanted: async () => 'send',
      async send() {
        sendings++
        return messageId()
      },
      turns: atOnce,
      clock: () => now,
      pause: async () => {},
    })([mailKey(mail.id)], () => true)
  await sends(NOW)

  const bounce = (bounceType: string, at = NOW): BusEvent => {
    const [event] = feedbackOn(accepted('bounce@simulator.amazonses.com'), at)
    const text = JSON.stringify(event)
      .replaceAll('bounce@simulator.amazonses.com', EMAIL)
      .replace('"bounceType":"Permanent"', `"bounceType":"${bounceType}"`)
    return JSON.parse(text)
  }
  return {
    mail,
    pauses,
    sends,
    bounce,
    messageId,
    tells: (event: unknown, now = NOW) => record(SesEvent.parse(event), now),
    delivered: () => feedbackOn(accepted(EMAIL), NOW)[0],
    stored: () => mails.get(mail.id),
    copy: () => mails.copyOf(mail.id),
    known: () => deliveries.get(mail.id),
    suppressed: () => suppressions.get(hashOf(EMAIL)),
    lifts: () => table.transact([suppressions.lifting(hashOf(EMAIL))]),
    changes: (change: Partial<Mail>) =>
      mails.get(mail.id).then((now) => now && table.write(mails.changing({ ...now, ...change }))),
    whenAskedAgain: (what: () => Promise<void>) => {
      marks = what
    },
    everything: async () => JSON.stringify((await table.queryPage(partition('table', mailKey(mail.id).pk))).items),
  }
}

it('a delivered mail keeps nothing that is personal', async () => {
  const sent = await aSentMail()
  expect(await sent.copy()).toMatchObject({ to: { email: EMAIL }, facts: { kind: 'welcome' } })
  await sent.tells(sent.delivered())
  expect(await sent.known()).toMatchObject({ status: 'delivered', mailId: sent.mail.id })
  expect(await sent.copy()).toBeUndefined()
  expect(await sent.everything()).not.toMatch(/rivera/i)
})

describe('a hard bounce', () => {
  it('closes the address, in codes instead of words', async () => {
    const sent = await aSentMail()
    await sent.tells(sent.bounce('Permanent'))
    expect(await sent.suppressed()).toEqual({ hash: hashOf(EMAIL), kind: 'bounce', at: NOW.toISOString() })
    expect(await sent.known()).toMatchObject({ status: 'bounced', diagnostic: 'Permanent General 5.1.1' })
    expect(await sent.stored()).toMatchObject({ status: 'sent' })
    expect(await sent.everything()).not.toMatch(/rivera/i)
  })

  it('that comes again does not undo what an organizer decided', async () => {
    const sent = await aSentMail()
    const event = sent.bounce('Permanent')
    await sent.tells(event)
    await sent.lifts()
    await sent.tells(event)
    expect(await sent.suppressed()).toBeUndefined()
  })

  it('of a mail to somebody who has left is forgotten', async () => {
    const sent = await aSentMail()
    const stored = await sent.stored()
    if (stored) await stores.table.transact(stores.mails.forgetting(stored))
    await sent.tells(sent.bounce('Permanent'))
    expect(await sent.known()).toBeUndefined()
    expect(await sent.suppressed()).toBeUndefined()
  })
})

describe('a soft bounce', () => {
  it('sends the mail again after 1, 4 and 12 hours, and then no more', async () => {
    const sent = await aSentMail()
    let now = NOW
    for (const wait of [1, 4, 12]) {
      await sent.tells(sent.bounce('Transient', now), now)
      const dueAt = new Date(now.getTime() + wait * 3_600_000)
      expect(await sent.stored()).toMatchObject({ status: 'due', dueAt: dueAt.toISOString(), to: { email: EMAIL } })
      expect(await sent.copy()).toBeUndefined()
      now = dueAt
      await sent.sends(now)
      expect(await sent.stored()).toMatchObject({ status: 'sent', messageId: sent.messageId() })
    }
    await sent.tells(sent.bounce('Transient', now), now)
    expect(await sent.known()).toMatchObject({ status: 'returned', messageId: sent.messageId() })
    expect(await sent.stored()).toMatchObject({ status: 'sent', bounces: 3, attempts: 4 })
    expect(await sent.suppressed()).toBeUndefined()
    expect(await sent.everything()).not.toMatch(/rivera/i)
  })

  it('that comes again, or late, changes nothing', async () => {
    const sent = await aSentMail()
    const event = sent.bounce('Transient')
    await sent.tells(event)
    const once = await sent.stored()
    await sent.tells(event)
    expect(await sent.stored()).toEqual(once)
    await sent.sends(hours(1))
    await sent.tells(event, hours(2))
    expect(await sent.stored()).toMatchObject({ status: 'sent', bounces: 1 })
  })
})

describe('news in any order', () => {
  it('the stronger stays', async () => {
    const sent = await aSentMail()
    const delivered = sent.delivered()
    await sent.tells(sent.bounce('Permanent'))
    await sent.tells(delivered)
    expect(await sent.known()).toMatchObject({ status: 'bounced' })
  })

  it('waits for the sender, who has not noted yet that the mail is sent', async () => {
    const sent = await aSentMail()
    await sent.changes({ status: 'sending' })
    sent.whenAskedAgain(async () => void (await sent.changes({ status: 'sent' })))
    await sent.tells(sent.delivered())
    expect(sent.pauses).toEqual([500, 500])
    expect(await sent.known()).toMatchObject({ status: 'delivered' })
  })

  it('fails when the sender never does, so that the event comes again', async () => {
    const sent = await aSentMail()
    await sent.changes({ status: 'sending' })
    await expect(sent.tells(sent.delivered())).rejects.toThrow('not marked')
    expect(await sent.known()).toBeUndefined()
  })
})

it('finds the address in what SES quotes, and the mail in the tag', () => {
  const event = {
    source: 'aws.ses',
    detail: {
      eventType: 'Complaint',
      mail: {
        messageId: 'id',
        timestamp: '2026-03-02T15:00:00.000Z',
        tags: { mail: [tagOf('introduction#round.mentee#mentor')], 'ses:configuration-set': ['ours'] },
      },
      complaint: {
        complainedRecipients: [{ emailAddress: '"Sam Rivera" <Sam.Rivera@example.org>' }],
        timestamp: '2026-03-02T16:00:00.000Z',
      },
    },
  }
  expect(newsIn(SesEvent.parse(event))).toEqual({
    delivery: {
      mailId: 'introduction#round.mentee#mentor',
      messageId: 'id',
      status: 'complained',
      at: '2026-03-02T16:00:00.000Z',
    },
    addressHashes: [hashOf(EMAIL)],
  })
  expect(tagOf('introduction#round.mentee#mentor')).toMatch(/^[\w-]+$/)
})
