import type { SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses'
import PostalMime from 'postal-mime'
import { describe, expect, it } from 'vitest'
import { programme } from '../../local/mail-examples.ts'
import { keepsCopy } from '../../shared/domain/delivery.ts'
import { type Mail, sent } from '../../shared/domain/mail.ts'
import type { MailKind } from '../../shared/domain/mail-facts.ts'
import { linksWith } from '../../shared/links.ts'
import { examplesOf } from '../../shared/mail/examples.ts'
import { freshLink, welcome } from '../../shared/mail/outbox.ts'
import { sendWith } from '../../shared/mail/sender.ts'
import { testMail } from '../../shared/mail/test-mail.ts'
import { remembered } from '../../shared/remembered.ts'
import { aMenteeProfile, NOW } from '../support/profiles.ts'

/** A sender that keeps what it hands over, in these words, and notes whose words it asked for. */
function aSender(words: Partial<Record<MailKind, Record<string, string>>> = {}) {
  const raw: Uint8Array[] = []
  const asked: MailKind[] = []
  const ses = {
    async send({ input }: SendRawEmailCommand) {
      raw.push(input.RawMessage?.Data ?? new Uint8Array())
      return { MessageId: 'ses' }
    },
  } as Pick<SESClient, 'send'>
  const send = sendWith({
    ses,
    links: linksWith('a secret of thirty-two characters'),
    programme: async () => ({ ...programme, organizers: 'Anna and Ben' }),
    words: remembered(async (kind) => {
      asked.push(kind)
      return words[kind] ?? {}
    }),
    configurationSet: 'ours',
  })
  return {
    asked,
    async sends(mail: Mail) {
      await send(mail, NOW)
      return PostalMime.parse(raw.at(-1) ?? '')
    },
  }
}

const mentee = aMenteeProfile()

describe('a mail', () => {
  it('goes out in the organizers’ words and with their names, asked for once a kind', async () => {
    const sender = aSender({ link: { subject: 'Here you are' } })
    const first = await sender.sends(freshLink(mentee, 1, NOW))
    await sender.sends(freshLink(mentee, 2, NOW))
    const other = await sender.sends(welcome(mentee, programme, NOW))
    expect([first.subject, other.subject]).toEqual(['Here you are', `Welcome to ${programme.name}`])
    expect(first.text).toContain(`Anna and Ben, for ${programme.name}`)
    expect(sender.asked).toEqual(['link', 'welcome'])
  })
})

describe('a test mail', () => {
  const facts = examplesOf('welcome')[0]?.facts ?? expect.fail('no example')
  const mail = testMail('test#anna#1', 'anna@example.org', facts, { subject: 'Not yet saved' }, programme, NOW)

  it('has its own words, opens nobody’s page, and cannot be unsubscribed from', async () => {
    const sender = aSender({ welcome: { subject: 'Saved' } })
    const { subject, text, headers } = await sender.sends(mail)
    expect(subject).toBe('Not yet saved')
    expect(text).toContain('\nhttps://mentors.example.org/me\n')
    expect(headers.map(({ key }) => key)).not.toContain('list-unsubscribe')
    expect(sender.asked).toEqual([])
  })

  it('leaves neither copy nor address nor words when it is sent', () => {
    expect(keepsCopy(mail)).toBe(false)
    const { to, facts, test, ...rest } = sent(mail, 'ses', NOW)
    expect([to, facts, test]).toEqual([undefined, undefined, undefined])
    expect(JSON.stringify(rest)).not.toMatch(/anna@|Not yet/)
  })
})

describe('what is remembered', () => {
  it('is asked for once, also at the same time, and again when it could not be had', async () => {
    const answers = [() => Promise.reject(new Error('busy')), async () => 'words', async () => 'others']
    let calls = 0
    const load = remembered(async (_: string) => (answers[calls++] ?? expect.fail('asked too often'))())
    await expect(load('a')).rejects.toThrow('busy')
    expect(await Promise.all([load('a'), load('a')])).toEqual(['words', 'words'])
    expect(await load('b')).toBe('others')
  })
})
