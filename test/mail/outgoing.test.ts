import { describe, expect, it } from 'vitest'
import type { Mail } from '../../shared/domain/mail.ts'
import type { Write } from '../../shared/store/write.ts'
import { aMail, anOutbox } from '../support/outbox.ts'
import { NOW } from '../support/profiles.ts'

const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000)
const [first, second] = [aMail(1), aMail(2)]

describe('a mail that is asked about before it is sent', () => {
  it('is over without being sent when nobody wants it any more', async () => {
    const outbox = anOutbox([first, second], { before: async ({ id }) => (id === first.id ? 'drop' : 'send') })
    await outbox.sends()
    expect(outbox.received).toEqual([second.id])
    expect(outbox.mail(1)).toMatchObject({ status: 'dropped', lastError: 'no longer wanted', attempts: 0 })
    expect(outbox.mail(1)).not.toHaveProperty('dueAt')
    expect(JSON.stringify(outbox.mail(1))).not.toContain('example.org')
  })

  it('waits for a better time, which is no attempt', async () => {
    const later = minutes(90).toISOString()
    const outbox = anOutbox([first], { before: async (_, now) => (now < minutes(90) ? { later } : 'send') })
    await outbox.sends()
    expect(outbox.mail(1)).toMatchObject({ status: 'due', dueAt: later, attempts: 0 })
    await outbox.sends(minutes(90))
    expect(outbox.mail(1)).toMatchObject({ status: 'sent', attempts: 1 })
  })

  it('is asked about with its facts and the time', async () => {
    const asked: [Mail, Date][] = []
    const outbox = anOutbox([first], {
      async before(mail, now) {
        asked.push([mail, now])
        return 'send'
      },
    })
    await outbox.sends(minutes(1))
    expect(asked).toEqual([[first, minutes(1)]])
  })

  it('is not dropped when another sender has it meanwhile', async () => {
    const outbox = anOutbox([first], {
      async before() {
        outbox.put({ ...first, version: 7, status: 'sent' })
        return 'drop'
      },
    })
    await outbox.sends()
    expect(outbox.mail(1)).toMatchObject({ status: 'sent', version: 7 })
  })
})

describe('what is written after a mail', () => {
  const followUp = (mail: Mail): Write => ({
    put: { pk: `after ${mail.id}`, sk: 'mail' },
    guard: { condition: 'not there yet' },
  })

  it('is written when the mail is marked as sent, and knows its facts', async () => {
    const facts: unknown[] = []
    const outbox = anOutbox([first, second], {
      after(mail) {
        facts.push(mail.facts)
        return [followUp(mail)]
      },
    })
    outbox.isTold(async ({ id }) => {
      if (id === second.id) throw new Error('not now')
    })
    await outbox.sends()
    expect(facts).toEqual([first.facts])
    expect([...outbox.others].toSorted()).toEqual([`after ${first.id}`, `copy of ${first.id}`])
  })

  it('never keeps a mail from being marked: it may be there already', async () => {
    const outbox = anOutbox([first], { after: (mail) => [followUp(mail)] })
    outbox.others.add(`after ${first.id}`)
    await outbox.sends()
    expect(outbox.mail(1)).toMatchObject({ status: 'sent' })
    await outbox.sends(minutes(60))
    expect(outbox.received).toEqual([first.id])
  })
})

describe('an address that gets no mail', () => {
  const welcome: Mail = { ...first, id: 'welcome#mentee', kind: 'welcome' }

  it('gets none', async () => {
    const outbox = anOutbox([welcome])
    outbox.suppresses('mentee@example.org')
    await outbox.sends()
    expect(outbox.received).toEqual([])
    expect(outbox.byId(welcome.id)).toMatchObject({ status: 'dropped', lastError: 'address suppressed' })
    expect(JSON.stringify(outbox.byId(welcome.id))).not.toContain('example.org')
  })

  it('still gets the link that its owner asked for', async () => {
    const outbox = anOutbox([first])
    outbox.suppresses('mentee@example.org')
    await outbox.sends()
    expect(outbox.received).toEqual([first.id])
  })
})
