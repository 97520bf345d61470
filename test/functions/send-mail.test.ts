import { SESServiceException } from '@aws-sdk/client-ses'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Mail } from '../../shared/domain/mail.ts'
import { GIVEN_UP, NOT_SENT, REFUSED } from '../../shared/mail/log-lines.ts'
import { sendDue } from '../../shared/mail/outgoing.ts'
import { aMail, anOutbox, atOnce, keyOf } from '../support/outbox.ts'
import { NOW } from '../support/profiles.ts'

const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000)

const failure = (name: string, fault: 'client' | 'server', message = 'sam.rivera@example.org') =>
  new SESServiceException({ name, $fault: fault, $metadata: {}, message })
const refused = () => failure('MessageRejected', 'client')
const throttled = () => failure('ThrottlingException', 'client')

const written: string[] = []
beforeEach(() => {
  written.length = 0
  vi.spyOn(console, 'error').mockImplementation((line) => void written.push(String(line)))
})
afterEach(() => vi.restoreAllMocks())

const [first, second, third] = [aMail(1), aMail(2), aMail(3)]

describe('sending what is due', () => {
  it('sends each mail once, however often it is called', async () => {
    const outbox = anOutbox([first, second])
    await outbox.sends()
    await outbox.sends()
    expect(outbox.received).toEqual([first.id, second.id])
    expect(outbox.mail(1)).toMatchObject({ status: 'sent', attempts: 1, messageId: `ses-${first.id}` })
    expect(outbox.mail(1)).not.toHaveProperty('to')
  })

  it('leaves alone what is due later, what is gone, and what another sender holds', async () => {
    const held: Mail = { ...second, status: 'sending', dueAt: minutes(0.5).toISOString() }
    const outbox = anOutbox([{ ...first, dueAt: minutes(10).toISOString() }, held, third])
    outbox.forget(3)
    await outbox.sends()
    expect(outbox.received).toEqual([])
    await outbox.sends(minutes(1))
    expect(outbox.received).toEqual([second.id])
  })

  it('lets one of two senders have a mail', async () => {
    const outbox = anOutbox([first, second])
    await Promise.all([outbox.sends(), outbox.sends()])
    expect(outbox.received.toSorted()).toEqual([first.id, second.id])
  })

  it('stops when there is no more time; the rest stays due', async () => {
    const outbox = anOutbox([first, second, third])
    await outbox.sends(NOW, () => outbox.received.length < 2)
    expect(outbox.received).toEqual([first.id, second.id])
    expect(outbox.mail(3)).toEqual(third)
  })

  it('goes on when a mail is deleted while it is being sent', async () => {
    const outbox = anOutbox([first, second])
    outbox.isTold(async ({ id }) => {
      if (id === first.id) outbox.forget(1)
    })
    await outbox.sends()
    expect(outbox.mail(1)).toBeUndefined()
    expect(outbox.mail(2)).toMatchObject({ status: 'sent' })
  })

  it('does not go on when the table itself fails: the batch comes again', async () => {
    const broken = sendDue({
      table: { write: () => Promise.reject(new Error('no table')), transact: async () => {} },
      mails: {
        at: async () => first,
        setAside: async () => false,
        changing: () => ({ remove: keyOf(first) }),
        keepingCopy: () => ({ remove: keyOf(first) }),
      },
      suppressionOf: async () => undefined,
      stillWanted: async () => 'send',
      send: async () => 'sent',
      turns: atOnce,
      clock: () => NOW,
      pause: async () => {},
    })
    await expect(broken([keyOf(first)], () => true)).rejects.toThrow('no table')
  })
})

it('a mail that cannot be read does not stop those behind it', async () => {
  const outbox = anOutbox([first, second, third])
  outbox.cannotBeRead(1)
  await outbox.sends()
  expect(outbox.received).toEqual([second.id, third.id])
  expect(outbox.mail(1)).toBeUndefined()
  expect(written.map((line) => JSON.parse(line))).toMatchObject([
    { what: GIVEN_UP, mailId: first.id, fields: expect.stringContaining('profileId') },
  ])
})

describe('a mail that SES does not take', () => {
  it('never stops the others', async () => {
    const outbox = anOutbox([first, second, third])
    outbox.isTold(async ({ id }) => {
      if (id === second.id) throw refused()
    })
    await outbox.sends()
    expect(outbox.received).toEqual([first.id, third.id])
    expect(outbox.mail(2)).toMatchObject({
      status: 'due',
      lastError: 'MessageRejected',
      dueAt: minutes(1).toISOString(),
    })
  })

  it('is tried four times when SES refuses the mail itself, and then marked failed with the reason', async () => {
    const outbox = anOutbox([first])
    outbox.isTold(async () => {
      throw refused()
    })
    const statuses: unknown[] = []
    for (const at of [0, 1, 3, 7, 15, 60]) {
      await outbox.sends(minutes(at))
      statuses.push(outbox.mail(1)?.status)
    }
    expect(statuses).toEqual(['due', 'due', 'due', 'failed', 'failed', 'failed'])
    expect(outbox.mail(1)).toMatchObject({ attempts: 4, lastError: 'MessageRejected' })
    expect(JSON.stringify(outbox.mail(1))).not.toContain('example.org')
  })

  it.each([
    ['SES is throttling', throttled],
    ['the quota of the day is used up', () => failure('Throttling', 'client', 'Daily message quota exceeded.')],
    ['we may not send', () => failure('AccessDenied', 'client')],
    ['we may not send yet', () => failure('MessageRejected', 'client', 'Email address is not verified.')],
    ['we may not send for now', () => failure('MessageRejected', 'client', 'Sending paused for this account.')],
    ['the domain is not verified', () => failure('MailFromDomainNotVerifiedException', 'client')],
    ['SES is broken', () => failure('InternalFailure', 'server')],
    ['the network is down', () => Object.assign(new Error('connect'), { name: 'TimeoutError' })],
  ])('is tried on for a day when %s', async (_, error) => {
    const outbox = anOutbox([{ ...first, attempts: 10, createdAt: minutes(-2 * 24 * 60).toISOString() }])
    outbox.isTold(async () => {
      throw error()
    })
    await outbox.sends()
    expect(outbox.mail(1)).toMatchObject({ status: 'due', attempts: 11, dueAt: minutes(60).toISOString() })
    outbox.isTold(async () => {})
    await outbox.sends(minutes(60))
    expect(outbox.mail(1)).toMatchObject({ status: 'sent', attempts: 12 })
    expect(outbox.received).toEqual([first.id])
  })

  it('is tried again a second later when SES throttles, and only then given back to the outbox', async () => {
    const outbox = anOutbox([first, second])
    let tries = 0
    outbox.isTold(async ({ id }) => {
      if (id === second.id || ++tries < 3) throw throttled()
    })
    await outbox.sends()
    expect(outbox.received).toEqual([first.id])
    expect(outbox.mail(1)).toMatchObject({ status: 'sent', attempts: 1 })
    expect(outbox.mail(2)).toMatchObject({ status: 'due', attempts: 1, lastError: 'ThrottlingException' })
    expect(outbox.pauses).toEqual([1000, 1000, 1000, 1000])
  })

  it('waits for nothing in place when the quota of the day is used up', async () => {
    const outbox = anOutbox([first])
    outbox.isTold(async () => {
      throw failure('Throttling', 'client', 'Daily message quota exceeded.')
    })
    await outbox.sends()
    expect(outbox.pauses).toEqual([])
  })

  it('is told apart in the log: not sent, refused, given up', async () => {
    const outbox = anOutbox([first, second, { ...third, refusals: 3 }])
    outbox.isTold(async ({ id }) => {
      throw id === first.id ? throttled() : refused()
    })
    await outbox.sends()
    expect(written.map((line) => JSON.parse(line).what)).toEqual([NOT_SENT, REFUSED, GIVEN_UP])
  })

  it('is logged by its id and the error’s name', async () => {
    const outbox = anOutbox([first])
    outbox.isTold(async () => {
      throw refused()
    })
    await outbox.sends()
    expect(written.map((line) => JSON.parse(line))).toMatchObject([{ mailId: first.id, error: 'MessageRejected' }])
    expect(written.join()).not.toMatch(/sam|rivera/i)
  })
})

it('a sender that died is relieved when its claim runs out: the one mail that may come twice', async () => {
  const outbox = anOutbox([first])
  outbox.put({ ...first, status: 'sending', attempts: 1, version: 2, dueAt: minutes(0.5).toISOString() })
  await outbox.sends(minutes(0.4))
  expect(outbox.received).toEqual([])
  await outbox.sends(minutes(0.5))
  expect(outbox.mail(1)).toMatchObject({ status: 'sent', attempts: 2 })
})
