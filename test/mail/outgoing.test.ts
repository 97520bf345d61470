import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Mail } from '../../shared/domain/mail.ts'
import { Profile } from '../../shared/domain/profile.ts'
import { aMail, anOutbox } from '../support/outbox.ts'
import { NOW } from '../support/profiles.ts'

afterEach(() => vi.restoreAllMocks())

const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000)
const [first, second] = [aMail(1), aMail(2)]

describe('a mail that is asked about before it is sent', () => {
  it('is over without being sent when nobody wants it any more', async () => {
    const outbox = anOutbox([first, second], { stillWanted: async ({ id }) => (id === first.id ? 'drop' : 'send') })
    await outbox.sends()
    expect(outbox.received).toEqual([second.id])
    expect(outbox.mail(1)).toMatchObject({ status: 'dropped', lastError: 'no longer wanted', attempts: 0 })
    expect(outbox.mail(1)).not.toHaveProperty('dueAt')
    expect(JSON.stringify(outbox.mail(1))).not.toContain('example.org')
  })

  it('is asked about with its facts and the time', async () => {
    const asked: [Mail, Date][] = []
    const outbox = anOutbox([first], {
      async stillWanted(mail, now) {
        asked.push([mail, now])
        return 'send'
      },
    })
    await outbox.sends(minutes(1))
    expect(asked).toEqual([[first, minutes(1)]])
  })

  it('does not stop those behind it when its reader’s profile cannot be read', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const outbox = anOutbox([first, second], {
      stillWanted: async ({ id }) => (id === first.id ? Profile.parse({}) && 'send' : 'send'),
    })
    await outbox.sends()
    expect(outbox.received).toEqual([second.id])
    expect(outbox.mail(1)).toBeUndefined() // set aside
  })

  it('is not dropped when another sender has it meanwhile', async () => {
    const outbox = anOutbox([first], {
      async stillWanted() {
        outbox.put({ ...first, version: 7, status: 'sent' })
        return 'drop'
      },
    })
    await outbox.sends()
    expect(outbox.mail(1)).toMatchObject({ status: 'sent', version: 7 })
  })
})

describe('an address that gets no mail', () => {
  const welcome: Mail = { ...first, id: 'welcome#mentee', kind: 'welcome' }

  it.each(['bounce', 'complaint'] as const)('gets none, after a %s', async (kind) => {
    const outbox = anOutbox([welcome])
    outbox.suppresses('mentee@example.org', kind)
    await outbox.sends()
    expect(outbox.received).toEqual([])
    expect(outbox.byId(welcome.id)).toMatchObject({ status: 'dropped', lastError: 'address suppressed' })
    expect(JSON.stringify(outbox.byId(welcome.id))).not.toContain('example.org')
  })

  it('still gets the problems that members report: it is the organizers’', async () => {
    const problem: Mail = { ...first, id: 'problem#match#1', kind: 'problem-reported' }
    const outbox = anOutbox([problem])
    outbox.suppresses('mentee@example.org', 'complaint')
    await outbox.sends()
    expect(outbox.received).toEqual([problem.id])
  })

  it('still gets the link that was asked for where mail came back, and not where it was called spam', async () => {
    const [bounced, complained] = [anOutbox([first]), anOutbox([first])]
    bounced.suppresses('mentee@example.org', 'bounce')
    complained.suppresses('mentee@example.org', 'complaint')
    await Promise.all([bounced.sends(), complained.sends()])
    expect(bounced.received).toEqual([first.id])
    expect(complained.received).toEqual([])
    expect(complained.mail(1)).toMatchObject({ status: 'dropped' })
  })
})
