import * as z from 'zod'
import { dropped, keepsCopy, obeysSuppression, postponed } from '../domain/delivery.ts'
import { claimed, isDue, type Mail, notSent, sent } from '../domain/mail.ts'
import { logError } from '../http.ts'
import { inParallel } from '../parallel.ts'
import { hashOf } from '../store/addresses.ts'
import type { Table } from '../store/client.ts'
import type { MailStore } from '../store/mails.ts'
import { type Key, Stale, type Write } from '../store/write.ts'
import { GIVEN_UP, NOT_SENT, REFUSED } from './log-lines.ts'
import { isRefusal, isThrottling } from './sender.ts'
import type { Turns } from './turns.ts'

/** `drop`: the mail is over, nobody wants it any more. `later`: it waits until then, which is no attempt. */
type Verdict = 'send' | 'drop' | { later: string }

type Deps = {
  table: Pick<Table, 'write' | 'transact'>
  mails: Pick<MailStore, 'at' | 'changing' | 'setAside' | 'keepingCopy'>
  /** Whether the address behind this hash gets no mail. */
  isSuppressed: (addressHash: string) => Promise<boolean>
  /** Hands a mail to SES; gives SES's id of it. */
  send: (mail: Mail, now: Date) => Promise<string>
  turns: Turns
  /** Asked about each mail just before its turn; without it everything is sent. Should it throw, the batch fails. */
  before?: (mail: Mail, now: Date) => Promise<Verdict>
  /**
   * What else is written in the transaction that marks a mail as sent; it gets the mail as it was sent, facts and all.
   * Only additions whose ids follow from the mail: should one of them be there already, the mail alone is marked.
   */
  after?: (mail: Mail, now: Date) => readonly Write[]
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
  ({ table, mails, isSuppressed, send, turns, before, after, clock, pause }: Deps) =>
  async (keys: readonly Key[], thereIsTime: () => boolean): Promise<void> => {
    let left = keys.length
    await inParallel(keys, turns.lanes, async (key) => {
      const wanted = left--
      if (!thereIsTime()) return
      const mail = await readable(key)
      if (!mail || !isDue(mail, clock())) return
      const otherwise = await insteadOfSending(mail)
      if (!otherwise) await turns.next(wanted)
      await ifStillOurs(() => (otherwise ? table.write(mails.changing(otherwise)) : sendOne(mail)))
    })

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

    /** The mail as it is to be kept when it is not to be sent now. */
    async function insteadOfSending(mail: Mail): Promise<Mail | undefined> {
      if (mail.to && obeysSuppression(mail) && (await isSuppressed(hashOf(mail.to.email)))) {
        return dropped(mail, 'address suppressed')
      }
      const verdict = (await before?.(mail, clock())) ?? 'send'
      if (verdict === 'send') return undefined
      return verdict === 'drop' ? dropped(mail, 'no longer wanted') : postponed(mail, verdict.later)
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
      const marked = mails.changing(sent(held, messageId, clock()))
      const copy = keepsCopy(held) ? [mails.keepingCopy(held, clock())] : []
      try {
        await table.transact([marked, ...copy, ...(after?.(held, clock()) ?? [])])
      } catch (error) {
        if (!(error instanceof Stale && after)) throw error
        await table.transact([marked, ...copy]) // it went out, whatever else is there already
      }
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
