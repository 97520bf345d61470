import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SendRawEmailCommand } from '@aws-sdk/client-ses'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { claimed } from '../../shared/domain/mail.ts'
import { freshLink } from '../../shared/mail/outbox.ts'
import { deployedSes, isRefusal, isThrottling } from '../../shared/mail/sender.ts'
import { patience } from '../../shared/patience.ts'
import { aMenteeProfile, NOW } from '../support/profiles.ts'

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
