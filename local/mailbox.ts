import { once } from 'node:events'
import { createRequire } from 'node:module'
import * as z from 'zod'
import type { DataDir } from './data-dir.ts'
import { LOOPBACK } from './port.ts'

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
 */
export async function startMailbox(port: number, dataDir: DataDir) {
  const { saveEmail, clearStore } = store
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
  const server = await startServer({ host: LOOPBACK, port })
  return {
    endpoint: `http://${LOOPBACK}:${port}`,
    async stop() {
      Object.assign(store, { saveEmail, clearStore })
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}
