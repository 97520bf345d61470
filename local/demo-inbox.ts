import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod'
import { CannotStart } from './cannot-start.ts'

const Store = z.object({
  emails: z.array(z.object({ messageId: z.string(), at: z.int(), body: z.object({ text: z.string().default('') }) })),
})

const PATIENCE_MS = 60_000

/** Reads the mailbox as its owners would: each mail once, in the order of arrival. */
export function demoInbox(mailboxOrigin: string) {
  const seen = new Set<string>()
  const unread: string[] = []
  let since = Math.floor(Date.now() / 1000)

  async function fetchNew(): Promise<void> {
    const answer = await fetch(`${mailboxOrigin}/store?since=${since}`)
    for (const { messageId, at, body } of Store.parse(await answer.json()).emails) {
      if (seen.has(messageId)) continue
      seen.add(messageId)
      unread.push(body.text)
      since = Math.max(since, at)
    }
  }

  return {
    /** The next mail that has this in its text; those before it are put aside. */
    async next(pattern: RegExp): Promise<RegExpExecArray> {
      const deadline = Date.now() + PATIENCE_MS
      while (Date.now() < deadline) {
        for (let text = unread.shift(); text !== undefined; text = unread.shift()) {
          const found = pattern.exec(text)
          if (found) return found
        }
        await pause(100)
        await fetchNew()
      }
      throw new CannotStart(`No mail with ${pattern} has come for a minute. The functions' logs may say why.`)
    },
  }
}
