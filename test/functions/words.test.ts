import { beforeEach, describe, expect, it, vi } from 'vitest'
import { programme } from '../../local/mail-examples.ts'
import { Problem } from '../../shared/errors.ts'
import { hashOf } from '../../shared/store/addresses.ts'
import { auditStore } from '../../shared/store/audit.ts'
import { mailStore } from '../../shared/store/mails.ts'
import { suppressionStore } from '../../shared/store/suppressions.ts'
import { wordsStore } from '../../shared/store/words.ts'
import { memoryTable } from '../support/memory-table.ts'
import { NOW } from '../support/profiles.ts'

vi.stubEnv('TABLE_NAME', 'none')
vi.stubEnv('PROGRAMME', JSON.stringify(programme))
const { editWords } = await import('../../functions/edit-words.ts')
const { sendTestMail } = await import('../../functions/send-test-mail.ts')

const table = memoryTable()
const [words, audit, mails, suppressions] = [
  wordsStore(table),
  auditStore(table),
  mailStore(table),
  suppressionStore(table),
]
const deps = { table, words, audit, mails, suppressions, programme }
const today = NOW.toISOString().slice(0, 10)

beforeEach(() => table.deleteAll(table.items()))

type Phrases = Record<string, string | null>
const edits = (kind: string, phrases: Phrases, version?: number) =>
  editWords(deps)({ path: { kind }, body: { phrases, version }, who: 'anna' }, NOW)
const tries = (body: { to: string; phrases?: Phrases; example?: string }, now = NOW, who = 'anna') =>
  sendTestMail(deps)({ path: { kind: 'welcome' }, body, who }, now)

describe('words of their own', () => {
  it('are kept with a version, and told to the audit trail by the ids of the phrases', async () => {
    const { body } = await edits('welcome', { subject: 'Hello from {programme}', title: 'Hi' }, 0)
    expect(body).toMatchObject({ kind: 'welcome', version: 1 })
    expect(await words.get('welcome')).toEqual({
      kind: 'welcome',
      version: 1,
      phrases: { subject: 'Hello from {programme}', title: 'Hi' },
    })
    const { items } = await audit.ofDay(today)
    expect(items).toEqual([
      {
        at: NOW.toISOString(),
        who: 'anna',
        what: 'words-edited',
        subject: 'welcome',
        details: { phrases: ['subject', 'title'] },
      },
    ])
  })

  it('go back to the original, one by one', async () => {
    await edits('welcome', { subject: 'Hello', title: 'Hi' })
    await edits('welcome', { title: null }, 1)
    expect(await words.get('welcome')).toMatchObject({ version: 2, phrases: { subject: 'Hello' } })
    await edits('welcome', { subject: 'Welcome to {programme}' }, 2)
    expect(await words.get('welcome')).toMatchObject({ version: 3, phrases: {} })
  })

  it('are not lost to somebody who looked at an older version: that one sees what is there now', async () => {
    await edits('welcome', { subject: 'Hello' }, 0)
    const late = await edits('welcome', { subject: 'Good day' }, 0).catch((error: unknown) => error)
    expect(late).toBeInstanceOf(Problem)
    expect(late).toMatchObject({
      status: 409,
      more: {
        current: { version: 1, phrases: [{ id: 'subject', text: 'Hello' }, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}] },
      },
    })
    expect((await words.get('welcome')).phrases).toEqual({ subject: 'Hello' })
  })

  it('that say what is said already are no edit', async () => {
    await edits('welcome', { subject: 'Hello' })
    const { body } = await edits('welcome', { subject: 'Hello' }, 1)
    expect(body.version).toBe(1)
    expect((await audit.ofDay(today)).items).toHaveLength(1)
  })

  it.each(['newsletter', 'constructor'])('of a mail of kind %s there are none', async (kind) => {
    await expect(edits(kind, { subject: 'x' })).rejects.toMatchObject({ status: 404 })
  })
})

describe('a test mail', () => {
  it('waits in the outbox with the words that nobody has saved, and its address is in no audit trail', async () => {
    await edits('welcome', { title: 'Hi' })
    await tries({
      to: 'anna@example.org',
      phrases: { subject: 'Hello' },
      example: 'A mentee, before a round that has no date',
    })
    const [mail] = await mails.to('organizers')
    expect(mail).toMatchObject({
      kind: 'welcome',
      status: 'due',
      to: { email: 'anna@example.org' },
      facts: { kind: 'welcome', role: 'mentee' },
      test: { words: { title: 'Hi', subject: 'Hello' } },
    })
    const deed = (await audit.ofDay(today)).items.find(({ what }) => what === 'test-mail-sent')
    expect(deed).toMatchObject({ who: 'anna', subject: 'welcome', details: {} })
  })

  it('is one of ten in an hour, for each organizer', async () => {
    for (let n = 0; n < 10; n++) await tries({ to: 'anna@example.org' })
    await expect(tries({ to: 'anna@example.org' })).rejects.toMatchObject({ status: 409 })
    await tries({ to: 'anna@example.org' }, NOW, 'ben')
    await tries({ to: 'anna@example.org' }, new Date(NOW.getTime() + 3_600_000))
    expect(await mails.to('organizers')).toHaveLength(12)
  })

  it('goes to no address that takes no mail', async () => {
    const hash = hashOf('anna@example.org')
    await table.write(suppressions.adding({ hash, kind: 'bounce', at: NOW.toISOString() }))
    await expect(tries({ to: 'anna@example.org' })).rejects.toMatchObject({ status: 409 })
  })

  it('is refused for words that cannot be, and for an example that is none', async () => {
    await expect(tries({ to: 'anna@example.org', phrases: { subject: '{seat}' } })).rejects.toMatchObject({
      errors: [{ path: 'phrases.subject' }],
    })
    await expect(tries({ to: 'anna@example.org', example: 'A dog' })).rejects.toMatchObject({
      errors: [{ path: 'example' }],
    })
  })
})
