import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import PostalMime from 'postal-mime'
import { LOOPBACK, listen } from '../../local/port.ts'

/** What SES says when it does not take a mail; the words are SES's own, and quote the address. */
export type Refusal = { status: number; code: string; words: string }

export const unverified = (to: string): Refusal => ({
  status: 400,
  code: 'MessageRejected',
  words: `Email address is not verified. The following identities failed the check in region US-EAST-1: ${to}`,
})

/**
 * SES in a test's hands: takes `SendRawEmail`, lists under `/store` what it took, as the mailbox does but with every
 * header and what is attached, and refuses whom the test says.
 */
export async function openPostOffice(refusing: (to: string) => Refusal | undefined = () => undefined) {
  const emails: ({ at: number } & Record<string, unknown>)[] = []

  async function take(form: URLSearchParams): Promise<{ status: number; xml: string }> {
    const raw = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64')
    const {
      to = [],
      subject,
      text,
      html,
      headers,
      attachments,
    } = await PostalMime.parse(raw, {
      attachmentEncoding: 'base64',
    })
    const addresses = to.map(({ address }) => address ?? '')
    const refusal = refusing(addresses.join())
    if (refusal) {
      const { status, code, words } = refusal
      const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${words}</Message></Error>`
      return { status, xml: `<ErrorResponse>${error}</ErrorResponse>` }
    }
    const messageId = randomUUID()
    emails.push({
      messageId,
      destination: { to: addresses },
      subject,
      body: { text, html },
      headers: headers.map(({ key, value }) => ({ name: key, value })),
      attachments,
      at: Math.floor(Date.now() / 1000),
    })
    const result = `<SendRawEmailResult><MessageId>${messageId}</MessageId></SendRawEmailResult>`
    return { status: 200, xml: `<SendRawEmailResponse>${result}</SendRawEmailResponse>` }
  }

  const server = createServer(async (request, response) => {
    if (request.method === 'GET') {
      const since = Number(new URLSearchParams(request.url?.split('?')[1]).get('since'))
      return response.end(JSON.stringify({ emails: emails.filter(({ at }) => at >= since) }))
    }
    const { status, xml } = await take(new URLSearchParams(Buffer.concat(await request.toArray()).toString()))
    response.writeHead(status, { 'content-type': 'text/xml' }).end(xml)
  })
  const port = await listen(server, 0)
  return {
    endpoint: `http://${LOOPBACK}:${port}`,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
