import type { Context, DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import * as z from 'zod'
import { claimed, isDue, type Mail, notSent, sent } from '../shared/domain/mail.ts'
import { env } from '../shared/env.ts'
import { logError } from '../shared/http.ts'
import { deployedLinks } from '../shared/links.ts'
import { deployedSes, isRefusal, sendWith } from '../shared/mail/sender.ts'
import { inParallel, pace } from '../shared/parallel.ts'
import { deployedProgramme } from '../shared/settings.ts'
import { deployedTable, type Table } from '../shared/store/client.ts'
import { type MailStore, mailStore } from '../shared/store/mails.ts'
import { type Key, Stale } from '../shared/store/write.ts'

type Deps = {
  table: Pick<Table, 'write'>
  mails: MailStore
  send: (mail: Mail, now: Date) => Promise<string>
  mailsPerSecond: number
}

const MOST_AT_ONCE = 20
const MOST_REFUSALS = 4

/**
 * Sends what is due of some mails, no faster than allowed, while there is `time`. What it does not get to stays due.
 * One sender at a time holds a mail; a mail that cannot be sent never stops the others.
 */
export const sendDue =
  ({ table, mails, send, mailsPerSecond }: Deps) =>
  async (keys: readonly Key[], clock: () => Date, time: () => boolean): Promise<void> => {
    const due = (await mails.getMany(keys)).filter((mail) => isDue(mail, clock()))
    const turn = pace(mailsPerSecond)
    await inParallel(due, MOST_AT_ONCE, async (mail) => {
      await turn()
      if (time()) await ifStillOurs(() => sendOne(mail))
    })

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

const Stored = z.object({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) })
const SPARE_MS = 15_000
const MOST_A_LOOK = 200

const table = deployedTable()
const mails = mailStore(table)
const programme = deployedProgramme()
const deliver = sendDue({
  table,
  mails,
  send: sendWith({
    ses: deployedSes(),
    links: await deployedLinks(),
    programme,
    configurationSet: env('CONFIGURATION_SET'),
  }),
  mailsPerSecond: programme.mailsPerSecond,
})

/** Called with new mail by the table's stream, and each minute, without records, for what has become due since. */
export async function handler(
  event: Partial<DynamoDBStreamEvent>,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<DynamoDBBatchResponse> {
  const clock = () => new Date()
  const time = () => context.getRemainingTimeInMillis() > SPARE_MS
  if (event.Records) {
    const keys = event.Records.map(({ dynamodb }) => Stored.parse(dynamodb?.Keys))
    await deliver(
      keys.map(({ pk, sk }) => ({ pk: pk.S, sk: sk.S })),
      clock,
      time,
    )
    return { batchItemFailures: [] }
  }
  for (
    let due = await mails.due(clock(), MOST_A_LOOK);
    due.length && time();
    due = await mails.due(clock(), MOST_A_LOOK)
  ) {
    await deliver(due, clock, time)
  }
  return { batchItemFailures: [] }
}
