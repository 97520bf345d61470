import { claimed, isDue, type Mail, notSent, sent } from '../domain/mail.ts'
import { logError } from '../http.ts'
import { pace } from '../parallel.ts'
import type { Table } from '../store/client.ts'
import type { MailStore } from '../store/mails.ts'
import { type Key, Stale } from '../store/write.ts'
import { isRefusal } from './sender.ts'

type Deps = {
  table: Pick<Table, 'write'>
  mails: Pick<MailStore, 'getMany' | 'changing'>
  /** Hands a mail to SES; gives SES's id of it. */
  send: (mail: Mail, now: Date) => Promise<string>
  mailsPerSecond: number
  clock: () => Date
}

/** After so many refusals of the mail itself, by SES, it is given up. */
const MOST_REFUSALS = 4

/**
 * Sends what is due of some mails, one after the other and no faster than allowed, while there is time. What it does
 * not get to stays due. A mail that cannot be sent never stops the others.
 *
 * A mail is claimed before it is sent and marked afterwards. Killed in between, the claim runs out and the mail is sent
 * again: the one case in which somebody gets a mail twice.
 */
export const sendDue =
  ({ table, mails, send, mailsPerSecond, clock }: Deps) =>
  async (keys: readonly Key[], thereIsTime: () => boolean): Promise<void> => {
    const turn = pace(mailsPerSecond)
    for (const mail of await mails.getMany(keys)) {
      if (!thereIsTime()) return
      if (!isDue(mail, clock())) continue
      await turn()
      await ifStillOurs(() => sendOne(mail))
    }

    async function sendOne(mail: Mail): Promise<void> {
      const ours = claimed(mail, clock())
      await table.write(mails.changing(ours))
      const held = { ...ours, version: ours.version + 1 }
      const after = await send(held, clock()).then(
        (messageId) => sent(held, messageId, clock()),
        (error: unknown) => {
          logError('A mail was not sent.', error, { mailId: mail.id })
          const name = error instanceof Error ? error.name : 'unknown'
          return notSent(held, name, isRefusal(error) && held.attempts >= MOST_REFUSALS, clock())
        },
      )
      await table.write(mails.changing(after))
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
