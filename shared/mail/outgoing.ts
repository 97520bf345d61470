import * as z from 'zod'
import { dropped, isStopped, keepsCopy, type Suppression } from '../domain/delivery.ts'
import { claimed, isDue, type Mail, notSent, sent } from '../domain/mail.ts'
import { logError } from '../http.ts'
import { inParallel } from '../parallel.ts'
import { hashOf } from '../store/addresses.ts'
import type { Table } from '../store/client.ts'
import type { MailStore } from '../store/mails.ts'
import { type Key, Stale } from '../store/write.ts'
import { GIVEN_UP, NOT_SENT, REFUSED } from './log-lines.ts'
import { isRefusal, isThrottling } from './sender.ts'
import type { Turns } from './turns.ts'

type Deps = {
  table: Pick<Table, 'write' | 'transact'>
  mails: Pick<MailStore, 'at' | 'changing' | 'setAside' | 'keepingCopy'>
  suppressionOf: (addressHash: string) => Promise<Suppression | undefined>
  /** Hands a mail to SES; gives SES's id of it. */
  send: (mail: Mail, now: Date) => Promise<string>
  turns: Turns
  /** Asked about each mail just before its turn; `drop`: nobody wants it any more. */
  stillWanted: (mail: Mail, now: Date) => Promise<'send' | 'drop'>
  clock: () => Date
  pause: (milliseconds: number) => Promise<void>
}

/** Three tries of five seconds and the pauses between them fit well into a claim. */
const TRIES_WHEN_THROTTLED = 3

/**
 * Sends what is due of some mails, a few at a time and no faster than all senders together may, while there is time.
 * What it does not get to stays due. A mail that cannot be sent, or not even be read, never stops the others.
 *
 * A mail is claimed before it is sent and marked afterwards. Killed in between, the claim runs out and the mail is sent
 * again: the one case in which somebody gets a mail twice.
 */
export const sendDue =
  ({ table, mails, suppressionOf, send, turns, stillWanted, clock, pause }: Deps) =>
  async (keys: readonly Key[], thereIsTime: () => boolean): Promise<void> => {
    let left = keys.length
    await inParallel(keys, turns.lanes, async (key) => {
      const wanted = left--
      if (!thereIsTime()) return
      const looked = await unlessUnreadable(key, () => lookAt(key))
      if (!looked) return
      const { mail, why } = looked
      if (!why) await turns.next(wanted)
      await ifStillOurs(() => (why ? table.write(mails.changing(dropped(mail, why))) : sendOne(mail)))
    })

    /** A mail that is due, and why it is not to be sent all the same, in words for the delivery log. */
    async function lookAt(key: Key): Promise<{ mail: Mail; why: string | undefined } | undefined> {
      const mail = await mails.at(key)
      if (!mail || !isDue(mail, clock())) return undefined
      const suppression = mail.to && (await suppressionOf(hashOf(mail.to.email)))
      if (isStopped(mail, suppression)) return { mail, why: 'address suppressed' }
      return { mail, why: (await stillWanted(mail, clock())) === 'drop' ? 'no longer wanted' : undefined }
    }

    /** Neither the mail nor what it is about may keep the others waiting. */
    async function unlessUnreadable<T>(key: Key, look: () => Promise<T>): Promise<T | undefined> {
      try {
        return await look()
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
      const messageId = await unthrottled(() => send(held, clock())).catch(async (error: unknown) => {
        const refused = isRefusal(error)
        const again = notSent(held, error instanceof Error ? error.name : 'unknown', refused, clock())
        const line = again.status === 'failed' ? GIVEN_UP : refused ? REFUSED : NOT_SENT
        logError(line, error, { mailId: mail.id })
        await table.write(mails.changing(again))
      })
      if (messageId !== undefined) await markSent(held, messageId)
    }

    async function markSent(held: Mail, messageId: string): Promise<void> {
      const copy = keepsCopy(held) ? [mails.keepingCopy(held, clock())] : []
      await table.transact([mails.changing(sent(held, messageId, clock())), ...copy])
    }

    /** SES counts by the second: a burst that it throttles need not wait for minutes in the outbox. */
    async function unthrottled<T>(work: () => Promise<T>): Promise<T> {
      for (let tries = 1; ; tries++) {
        try {
          return await work()
        } catch (error) {
          if (!isThrottling(error) || tries === TRIES_WHEN_THROTTLED) throw error
          await pause(1000)
          await turns.next(1)
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
