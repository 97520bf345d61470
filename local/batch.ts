import * as z from 'zod'
import type { StreamRecord } from './stream-source.ts'

const Answer = z
  .object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).nullish() })
  .nullish()
  .catch(null)

export type Delivery = {
  invoke(records: readonly StreamRecord[]): Promise<unknown>
  /** The function may name the records that failed; the others are then done. */
  reportsFailures: boolean
  /** Cut a batch that fails in two, so that one bad record does not hold up the good ones. */
  bisects: boolean
  /** How often a batch is tried again before it is given up; −1 for ever. */
  retries: number
  /** Called as soon as everything up to and with this record needs no more work. */
  done(record: StreamRecord): void
  giveUp(records: readonly StreamRecord[], error: unknown): void
  /** Waits before attempt number n + 1. Throws to stop delivering. */
  backOff(attempt: number): Promise<void>
}

/** Delivers records in order until each one is taken or given up, as Lambda's event-source mappings do. */
export async function deliver(records: readonly StreamRecord[], delivery: Delivery): Promise<void> {
  let left = records
  for (let attempt = 0; left.length; ) {
    let failure: unknown
    let failedAt = 0
    try {
      failedAt = firstFailure(await delivery.invoke(left), left, delivery.reportsFailures)
      failure = new Error('The function reported this record as failed.')
    } catch (error) {
      failure = error
      const middle = Math.ceil(left.length / 2)
      if (delivery.bisects && left.length > 1) {
        await delivery.backOff(1)
        await deliver(left.slice(0, middle), delivery)
        left = left.slice(middle)
        attempt = 0
        continue
      }
    }
    const last = left[failedAt - 1]
    if (last) {
      delivery.done(last)
      left = left.slice(failedAt)
      attempt = 0
    }
    if (!left.length) return
    attempt++
    if (delivery.retries >= 0 && attempt > delivery.retries) {
      delivery.giveUp(left, failure)
      const end = left.at(-1)
      if (end) delivery.done(end)
      return
    }
    await delivery.backOff(attempt)
  }
}

/** How many records from the front are done: all of them, or those before the first that the function names. */
function firstFailure(answer: unknown, records: readonly StreamRecord[], reportsFailures: boolean): number {
  const failures = reportsFailures ? Answer.parse(answer)?.batchItemFailures : undefined
  if (!failures?.length) return records.length
  const failed = failures.map(({ itemIdentifier }) =>
    records.findIndex(({ dynamodb }) => dynamodb.SequenceNumber === itemIdentifier),
  )
  // A number that is not in the batch means that the whole batch failed.
  return failed.includes(-1) ? 0 : Math.min(...failed)
}
