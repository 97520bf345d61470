import { setTimeout as pause } from 'node:timers/promises'
import type { Context, DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import * as z from 'zod'
import { env } from '../shared/env.ts'
import { deployedLinks } from '../shared/links.ts'
import { sendDue } from '../shared/mail/outgoing.ts'
import { deployedSes, sendWith } from '../shared/mail/sender.ts'
import { deployedProgramme } from '../shared/settings.ts'
import { deployedTable } from '../shared/store/client.ts'
import { mailStore } from '../shared/store/mails.ts'

const Stored = z.object({ pk: z.object({ S: z.string() }), sk: z.object({ S: z.string() }) })
/** Enough for one more mail, however slow SES is: three tries when it throttles. */
const SPARE_MS = 20_000
const MOST_A_LOOK = 200

const table = deployedTable()
const mails = mailStore(table)
const programme = deployedProgramme()
const configurationSet = env('CONFIGURATION_SET')
const deliver = sendDue({
  table,
  mails,
  send: sendWith({ ses: deployedSes(), links: await deployedLinks(), programme, configurationSet }),
  mailsPerSecond: programme.mailsPerSecond,
  clock: () => new Date(),
  pause: (milliseconds) => pause(milliseconds),
})

/** Called with new mail by the table's stream, and each minute, without records, for what has become due since. */
export async function handler(
  event: Partial<DynamoDBStreamEvent>,
  context: Pick<Context, 'getRemainingTimeInMillis'>,
): Promise<DynamoDBBatchResponse> {
  const thereIsTime = () => context.getRemainingTimeInMillis() > SPARE_MS
  if (event.Records) {
    const keys = event.Records.map(({ dynamodb }) => Stored.parse(dynamodb?.Keys))
    await deliver(
      keys.map(({ pk, sk }) => ({ pk: pk.S, sk: sk.S })),
      thereIsTime,
    )
    return { batchItemFailures: [] }
  }
  const look = () => mails.due(new Date(), MOST_A_LOOK)
  for (let due = await look(); due.length && thereIsTime(); due = await look()) await deliver(due, thereIsTime)
  return { batchItemFailures: [] }
}
