import PostalMime from 'postal-mime'
import { describe, expect, test } from 'vitest'
import { alex, everyMail, links, mailTo, programme, wireOf } from '../../local/mail-examples.ts'
import { QUESTIONS } from '../../shared/domain/follow-up.ts'
import { introduced } from '../../shared/domain/pairing.ts'
import { linksIn } from '../../shared/mail/message.ts'
import { mime } from '../../shared/mail/mime.ts'
import { followUp, introductions, matchOver, problemReported, welcome } from '../../shared/mail/outbox.ts'
import { aMatch, aMenteeProfile, aMentorProfile, NOW } from '../support/profiles.ts'

/** Every mail is packed, and taken apart again by a parser that is not ours. */

const headerOf = (email: Awaited<ReturnType<typeof PostalMime.parse>>, key: string) =>
  email.headers.filter((one) => one.key === key).map((one) => one.value)

/** Servers may change how the last line ends, and mail carries CRLF. */
const asLines = (text: string | undefined) => text?.replaceAll('\r\n', '\n').trimEnd()

describe.each(everyMail.map((facts) => [facts.kind, facts] as const))('%s on the wire', (kind, facts) => {
  test('is what was written', async () => {
    const written = mailTo(facts)
    const email = await PostalMime.parse(await wireOf(facts, NOW))
    expect(email.subject).toBe(written.subject)
    expect(asLines(email.text)).toBe(asLines(written.text))
    expect(asLines(email.html)).toBe(asLines(written.html))
    expect(email.from).toMatchObject({ name: programme.name, address: programme.sender })
    expect(email.to).toMatchObject([{ name: alex.firstName, address: alex.email }])
    expect(email.replyTo).toMatchObject([{ name: programme.name, address: programme.replyTo }])
    expect(email.date).toBe(NOW.toISOString())
  })

  test('can be stopped with one click if it is one to stop (RFC 8058), and says that a program wrote it', async () => {
    const email = await PostalMime.parse(await wireOf(facts, NOW))
    const isOne = linksIn(kind).includes('unsubscribe')
    const stop = `<${links.unsubscribe}>, <mailto:${programme.replyTo}?subject=unsubscribe>`
    expect(headerOf(email, 'list-unsubscribe')).toEqual(isOne ? [stop] : [])
    expect(headerOf(email, 'list-unsubscribe-post')).toEqual(isOne ? ['List-Unsubscribe=One-Click'] : [])
    expect(headerOf(email, 'auto-submitted')).toEqual(['auto-generated'])
  })

  test('is ASCII, in lines of at most 998 octets that end in CRLF (RFC 5322 §2.1.1)', async () => {
    const raw = Buffer.from(await wireOf(facts, NOW)).toString('latin1')
    expect(raw).toMatch(/^[\t\r\n\x20-\x7e]*$/)
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998)
  })
})

test.each(['introduction', 'left-out', 'welcome', 'on-break', 'match-over', ...QUESTIONS] as const)(
  'nobody asked for a mail of kind %s just now, so it can be stopped',
  (kind) => expect(linksIn(kind)).toContain('unsubscribe'),
)

test('names of every script come through, in the headers too', async () => {
  for (const firstName of ['عبد الرحمن', '李', '👩🏽‍🔬 Zoë', 'Ñandú "Bo" O’Neil, Jr.', 'x'.repeat(200)]) {
    const to = { ...alex, firstName }
    const raw = await mime(mailTo({ kind: 'welcome', role: 'mentee' }, { to }), {
      programme: { ...programme, name: firstName },
      to,
      mailId: 'welcome#1',
      date: NOW,
    })
    const email = await PostalMime.parse(raw)
    expect(email.to?.[0]).toMatchObject({ name: firstName, address: alex.email })
    expect(email.from).toMatchObject({ name: firstName, address: programme.sender })
    const [head = ''] = Buffer.from(raw).toString().split('\r\n\r\n')
    expect(head).toMatch(/^[\t\r\n\x20-\x7e]*$/)
  }
})

describe('mails about one match', () => {
  const match = introduced(aMatch(), NOW)
  const [mentee, mentor] = [aMenteeProfile(), aMentorProfile()]
  const idsOf = async (mailId: string) => {
    const raw = await mime(mailTo({ kind: 'on-break' }), { programme, to: alex, mailId, date: NOW })
    const { messageId, references } = await PostalMime.parse(raw)
    return { messageId, references }
  }
  const toMentee = [
    introductions(match, mentee, mentor, NOW)[0],
    ...QUESTIONS.map((question, nth) => followUp(question, { ...match, version: nth + 2 }, mentee, mentor, NOW)),
    matchOver(match, mentee, mentor, 'silent', programme, NOW),
  ]

  test('are one conversation of each of the two, whatever ids SES gives them', async () => {
    const threads = new Set(
      (await Promise.all(toMentee.map(({ id }) => idsOf(id)))).map(({ references }) => references),
    )
    expect([...threads]).toEqual([expect.stringMatching(/^<[0-9a-f]{40}@mentors\.example\.org>$/)])
    const other = await idsOf(introductions(match, mentee, mentor, NOW)[1].id)
    expect(threads).not.toContain(other.references)
    const another = await idsOf(introductions({ ...match, id: 'later.mentee' }, mentee, mentor, NOW)[0].id)
    expect(threads).not.toContain(another.references)
  })

  test('have a Message-ID each, which is that of no conversation', async () => {
    const ids = await Promise.all(toMentee.map(({ id }) => idsOf(id)))
    const messageIds = new Set(ids.map(({ messageId }) => messageId))
    expect(messageIds.size).toBe(toMentee.length)
    for (const { references } of ids) expect(messageIds).not.toContain(references)
  })

  test('leave other mail alone', async () => {
    const others = [welcome(mentee, programme, NOW), problemReported(match, mentee, undefined, programme, NOW)]
    for (const { id } of others) expect((await idsOf(id)).references).toBeUndefined()
  })
})
