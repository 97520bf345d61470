import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses'
import PostalMime from 'postal-mime'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { programme } from '../../local/mail-examples.ts'
import { claimed, type Mail } from '../../shared/domain/mail.ts'
import { introduced, placed, seated } from '../../shared/domain/pairing.ts'
import { linksWith } from '../../shared/links.ts'
import { followUp, freshLink, introductions } from '../../shared/mail/outbox.ts'
import { deployedSes, isRefusal, isThrottling, sendWith } from '../../shared/mail/sender.ts'
import { patience } from '../../shared/patience.ts'
import { aMatch, aMenteeProfile, aMentorProfile, NOW } from '../support/profiles.ts'

/** The deployed client, before something that stands in for SES. */

let server: Server
let answer: RequestListener

beforeEach(async () => {
  server = createServer((request, response) => answer(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  vi.stubEnv('AWS_ENDPOINT_URL_SES', `http://127.0.0.1:${port}`)
  vi.stubEnv('AWS_REGION', 'us-east-1')
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test')
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test')
})
afterEach(() => {
  vi.unstubAllEnvs()
  server.closeAllConnections()
  server.close()
})

async function failureOf(ses: ReturnType<typeof deployedSes>): Promise<unknown> {
  try {
    await ses.send(new SendRawEmailCommand({ RawMessage: { Data: Buffer.from('a mail') } }))
  } catch (error) {
    return error
  } finally {
    ses.destroy()
  }
}

describe('an SES that never answers', () => {
  it.each([
    ['says nothing', () => {}],
    ['stalls', (_, response) => void response.writeHead(200, { 'content-length': '500' }).write('<SendRaw')],
  ] satisfies [string, RequestListener][])(
    'and %s is given up on, as a failure that passes',
    async (_, listener) => {
      answer = listener
      const error = await failureOf(deployedSes(patience(200)))
      expect(error).toMatchObject({ name: 'TimeoutError' })
      expect(isRefusal(error)).toBe(false)
    },
    5000,
  )

  it('is given up on well before the claim of the mail runs out, also when it is asked three times', () => {
    const claim = Date.parse(claimed(freshLink(aMenteeProfile(), 1, NOW), NOW).dueAt ?? '') - NOW.getTime()
    expect(3 * patience().requestTimeout).toBeLessThan(claim * 0.6)
  })
})

it.each([
  ['MessageRejected', 'Address is on the suppression list.', 'refusal'],
  ['InvalidParameterValue', "Missing final '@domain'", 'refusal'],
  ['MessageRejected', 'Email address is not verified. The following identities failed the check', 'passes'],
  ['MessageRejected', 'Sending paused for this account. For more information, please check the inbox', 'passes'],
  ['AccountSendingPausedException', 'Email sending is disabled.', 'passes'],
  ['ConfigurationSetSendingPausedException', 'Email sending is disabled.', 'passes'],
  ['MailFromDomainNotVerified', 'MAIL FROM domain is not verified.', 'passes'],
  ['AccessDenied', 'User is not authorized to perform ses:SendRawEmail', 'passes'],
  ['ExpiredToken', 'The security token included in the request is expired', 'passes'],
  ['Throttling', 'Daily message quota exceeded.', 'passes'],
  ['Throttling', 'Maximum sending rate exceeded.', 'throttling'],
])('SES saying %s, %s: %s', async (code, message, kind) => {
  answer = (_, response) => {
    const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error>`
    response.writeHead(400, { 'content-type': 'text/xml' })
    response.end(`<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/">${error}</ErrorResponse>`)
  }
  const error = await failureOf(deployedSes())
  expect(error).toBeInstanceOf(Error)
  expect([isRefusal(error), isThrottling(error)]).toEqual([kind === 'refusal', kind === 'throttling'])
})

describe('one click in the mail program', () => {
  const match = introduced(aMatch(), NOW)
  const [mentee, mentor] = [placed(aMenteeProfile(), match.id), seated(aMentorProfile(), [match.id])]

  /** Where the click goes, as the header says. */
  async function clickOf(mail: Mail): Promise<URL> {
    let raw: Uint8Array | undefined
    const ses = {
      async send({ input }: SendRawEmailCommand) {
        raw = input.RawMessage?.Data
        return { MessageId: 'ses' }
      },
    } as Pick<SESClient, 'send'>
    const links = linksWith('a secret of thirty-two characters')
    await sendWith({
      ses,
      links,
      programme: async () => programme,
      words: async () => ({}),
      configurationSet: 'ours',
    })(mail, NOW)
    const { headers } = await PostalMime.parse(raw ?? '')
    const header = headers.find(({ key }) => key === 'list-unsubscribe')?.value ?? ''
    return new URL(/^<([^>]+)>/.exec(header)?.[1] ?? '')
  }

  it('stops mail of that kind alone, where people can do without it', async () => {
    expect((await clickOf(followUp('reminder', match, mentee, mentor, NOW))).search).toBe('?about=reminders')
    expect((await clickOf(followUp('fit-check', match, mentee, mentor, NOW))).search).toBe('?about=follow-ups')
  })

  it('stops all, where they cannot', async () => {
    const [toMentee] = introductions(match, mentee, mentor, NOW)
    const url = await clickOf(toMentee)
    expect(url.search).toBe('')
    expect(url.pathname).toMatch(/^\/api\/unsubscribe\/[\w.-]+$/)
  })
})
