import { once } from 'node:events'
import { createRequire } from 'node:module'
import * as z from 'zod'
import type { DataDir } from './data-dir.ts'
import type { Accepted } from './feedback.ts'
import { type Exchange, observed } from './observed.ts'
import { LOOPBACK, listen } from './port.ts'

// A CommonJS package, whose default export stands in different places for Node and for test runners; required, in one.
const require = createRequire(import.meta.url)
const { default: startServer }: typeof import('aws-ses-v2-local') = require('aws-ses-v2-local')
const store: typeof import('aws-ses-v2-local/dist/store.js') = require('aws-ses-v2-local/dist/store.js')

const FILE = 'mailbox.ndjson'

/** What the mailbox lists of each mail. */
const Email = z.object({
  messageId: z.string(),
  from: z.string(),
  replyTo: z.array(z.string()),
  destination: z.object({ to: z.array(z.string()), cc: z.array(z.string()), bcc: z.array(z.string()) }),
  subject: z.string(),
  body: z.object({ html: z.string().optional(), text: z.string().optional() }),
  attachments: z.array(
    z.object({ content: z.string(), contentType: z.string(), filename: z.string().optional(), size: z.number() }),
  ),
  headers: z.array(z.object({ name: z.string(), value: z.string() })).optional(),
  at: z.number(),
})

/**
 * SES and a mailbox to look into, on one port. A mail is on disk before SES's answer says that it was taken: as in the
 * cloud, what was accepted survives us being killed. One mailbox a process: the package keeps its mails in a module.
 *
 * `accepted` hears of each mail; the package itself drops what the events of SES tell of it.
 */
export async function startMailbox(port: number, dataDir: DataDir, accepted: (mail: Accepted) => void = () => {}) {
  const { saveEmail, clearStore, getStoreReadonly } = store
  clearStore()
  for (const email of dataDir.lines(FILE, Email)) saveEmail(email)
  Object.assign(store, {
    saveEmail(email: z.output<typeof Email>) {
      dataDir.append(FILE, email)
      saveEmail(email)
    },
    clearStore() {
      dataDir.remove(FILE)
      clearStore()
    },
  })
  function show({ form, answer }: Exchange): void {
    const messageId = /<MessageId>([^<]+)<\/MessageId>/.exec(answer)?.[1]
    const email = getStoreReadonly().emails.find((each) => each.messageId === messageId)
    if (!messageId || !email) return
    accepted({
      messageId,
      from: email.from,
      to: email.destination.to.map(bare),
      subject: email.subject,
      configurationSet: form.get('ConfigurationSetName') ?? undefined,
      tags: tagsIn(form),
    })
  }

  const inner = await startServer({ host: LOOPBACK, port: 0 })
  const server = observed(inner, show)
  // Longer than a sender keeps an idle connection: closed while it is used again, it would look like a failing SES.
  for (const each of [server, inner]) each.keepAliveTimeout = 75_000
  await listen(server, port)
  return {
    endpoint: `http://${LOOPBACK}:${port}`,
    async stop() {
      Object.assign(store, { saveEmail, clearStore })
      for (const each of [server, inner]) {
        each.close()
        each.closeAllConnections()
        await once(each, 'close')
      }
    },
  }
}

/** `Tags.member.1.Name` and `…Value`, as the query protocol writes lists. */
function tagsIn(form: URLSearchParams): Record<string, string> {
  const names = [...form].filter(([key]) => /^Tags\.member\.\d+\.Name$/.test(key))
  return Object.fromEntries(names.map(([key, name]) => [name, form.get(key.replace(/Name$/, 'Value')) ?? '']))
}

/** `"Sam" <sam@example.org>` without the name. */
const bare = (address: string): string => /<([^<>]+)>$/.exec(address.trim())?.[1] ?? address.trim()
