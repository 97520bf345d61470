import PostalMime from 'postal-mime'
import { describe, expect, test } from 'vitest'
import { alex, anIntroduction, links, mailTo, programme } from '../../local/mail-examples.ts'
import { type Envelope, mime } from '../../shared/mail/mime.ts'

const mail = mailTo(anIntroduction())
const anEnvelope = (changes: Partial<Envelope> = {}): Envelope => ({
  programme,
  to: alex,
  mailId: 'introduction#round.mentee#mentee',
  unsubscribeUrl: links.unsubscribe,
  date: new Date('2026-11-23T15:00:00.000Z'),
  ...changes,
})
const parsed = async (envelope: Envelope, message = mail) => PostalMime.parse(await mime(message, envelope))
const header = (email: Awaited<ReturnType<typeof parsed>>, key: string) =>
  email.headers.filter((one) => one.key === key).map((one) => one.value)

describe('a mail on the wire', () => {
  test('comes from the programme, goes to the member, and is answered to the organizers', async () => {
    const email = await parsed(anEnvelope())
    expect(email.from).toMatchObject({ name: 'Great Lakes Lab Mentors', address: 'hello@mentors.example.org' })
    expect(email.to).toMatchObject([{ name: 'Alex', address: 'alex@example.org' }])
    expect(email.replyTo).toMatchObject([{ address: 'organizers@example.org' }])
    expect(email.subject).toBe('Meet Sam Rivera, your mentor')
    expect(email.date).toBe('2026-11-23T15:00:00.000Z')
    expect(header(email, 'auto-submitted')).toEqual(['auto-generated'])
  })

  test('can be stopped with one click, when there is a link for it', async () => {
    const email = await parsed(anEnvelope())
    expect(header(email, 'list-unsubscribe')).toEqual([
      `<${links.unsubscribe}>, <mailto:organizers@example.org?subject=unsubscribe>`,
    ])
    expect(header(email, 'list-unsubscribe-post')).toEqual(['List-Unsubscribe=One-Click'])
    const without = await parsed(anEnvelope({ unsubscribeUrl: undefined }))
    expect(header(without, 'list-unsubscribe')).toEqual([])
    expect(header(without, 'list-unsubscribe-post')).toEqual([])
  })

  test('has the same bytes each time, and another Message-ID for another mail', async () => {
    expect(await mime(mail, anEnvelope())).toEqual(await mime(mail, anEnvelope()))
    const { messageId } = await parsed(anEnvelope())
    expect(messageId).toMatch(/^<[0-9a-f]{40}@mentors\.example\.org>$/)
    expect((await parsed(anEnvelope({ mailId: 'introduction#round.mentee#mentor' }))).messageId).not.toBe(messageId)
  })

  test('carries names of every script', async () => {
    const partner = { ...anIntroduction().partner, firstName: 'Zoë', lastName: '北川', about: 'Grüße, שלום, 👩🏽‍🔬' }
    const message = mailTo(anIntroduction({ partner }))
    const to = { ...alex, firstName: 'Ñandú 李' }
    const email = await parsed(anEnvelope({ to, programme: { ...programme, name: 'Mentoría «Lab»' } }), message)
    expect(email.from?.name).toBe('Mentoría «Lab»')
    expect(email.to?.[0]?.name).toBe('Ñandú 李')
    expect(email.subject).toBe('Meet Zoë 北川, your mentor')
    expect(email.text).toContain('> Grüße, שלום, 👩🏽‍🔬')
  })

  test('takes no header from a name', async () => {
    const firstName = 'Alex\r\nBcc: everybody@example.org\r\n\r\n<b>'
    const named = { ...anIntroduction().partner, firstName, lastName: '"<x@example.org>,' }
    const email = await parsed(
      anEnvelope({ to: { ...alex, firstName }, programme: { ...programme, name: 'Lab\nCc: x@example.org' } }),
      mailTo(anIntroduction({ partner: named }), { to: { ...alex, firstName } }),
    )
    expect(email.bcc ?? []).toEqual([])
    expect(email.cc ?? []).toEqual([])
    expect(email.to?.map(({ address }) => address)).toEqual(['alex@example.org'])
    expect(email.from?.address).toBe('hello@mentors.example.org')
  })
})
