import * as z from 'zod'
import { claimed, isDue, type Mail, notSent, sent } from '../domain/mail.ts'
import { logError } from '../http.ts'
import { pace } from '../parallel.ts'
import type { Table } from '../store/client.ts'
import type { MailStore } from '../store/mails.ts'
import { type Key, Stale } from '../store/write.ts'
import { GIVEN_UP, NOT_SENT, REFUSED } from './log-lines.ts'
import { isRefusal, isThrottling } from './sender.ts'

type Deps = {
  table: Pick<Table, 'write'>
  mails: Pick<MailStore, 'at' | 'changing' | 'setAside'>
  /** Hands a mail to SES; gives SES's id of it. */
  send: (mail: Mail, now: Date) => Promise<string>
  mailsPerSecond: number
  clock: () => Date
  pause: (milliseconds: number) => Promise<void>
}

/** Three tries of five seconds and the pauses between them fit well into a claim. */
const TRIES_WHEN_THROTTLED = 3

/**
 * Sends what is due of some mails, one after the other and no faster than allowed, while there is time. What it does
 * not get to stays due. A mail that cannot be sent, or not even be read, never stops the others.
 *
 * A mail is claimed before it is sent and marked afterwards. Killed in between, the claim runs out and the mail is sent
 * again: the one case in which somebody gets a mail twice.
 */
export const sendDue =
  ({ table, mails, send, mailsPerSecond, clock, pause }: Deps) =>
  async (keys: readonly Key[], thereIsTime: () => boolean): Promise<void> => {
    const turn = pace(mailsPerSecond)
    for (const key of keys) {
      if (!thereIsTime()) return
      const mail = await readable(key)
      if (!mail || !isDue(mail, clock())) continue
      await turn()
      await ifStillOurs(() => sendOne(mail))
    }

    async function readable(key: Key): Promise<Mail | undefined> {
      try {
        return await mails.at(key)
      } catch (error) {
        if (!(error instanceof z.ZodError)) throw error
        await ifStillOurs(async () => {
          const over = await mails.setAside(key, clock())
          const fields = error.issues.map(({ path }) => path.join('.')).join(' ')
          logError(over ? GIVEN_UP : 'A mail cannot be read.', error, { mailId: key.pk, fields })
        })
      }
    }

    async function sendOne(mail: Mail): Promise<void> {
      const ours = claimed(mail, clock())
      await table.write(mails.changing(ours))
      const held = { ...ours, version: ours.version + 1 }
      const after = await unthrottled(() => send(held, clock())).then(
        (messageId) => sent(held, messageId, clock()),
        (error: unknown) => {
          const refused = isRefusal(error)
          const again = notSent(held, error instanceof Error ? error.name : 'unknown', refused, clock())
          const line = again.status === 'failed' ? GIVEN_UP : refused ? REFUSED : NOT_SENT
          logError(line, error, { mailId: mail.id })
          return again
        },
      )
      await table.write(mails.changing(after))
    }

    /** SES counts by the second: a burst that it throttles need not wait for minutes in the outbox. */
    async function unthrottled<T>(work: () => Promise<T>): Promise<T> {
      for (let tries = 1; ; tries++) {
        try {
          return await work()
        } catch (error) {
          if (!isThrottling(error) || tries === TRIES_WHEN_THROTTLED) throw error
          await pause(1000)
        }
      }
    }
  }

/** Another sender was faster, or the mail was deleted meanwhile: not ours to send. */
async function ifStillOurs(work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (!(error instanceof Stale)) throw error
  }
}
