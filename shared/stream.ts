import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import * as z from 'zod'
import { logError } from './http.ts'

/** A text attribute of an item, as a stream writes it. */
export const streamText = z.object({ S: z.string() }).transform(({ S }) => S)

/**
 * Works through a batch of changes in their order. The first that fails is reported, so that it and those behind it
 * come again.
 */
export async function eachRecord(
  { Records }: DynamoDBStreamEvent,
  work: (record: DynamoDBRecord) => Promise<void>,
): Promise<DynamoDBBatchResponse> {
  for (const record of Records) {
    try {
      await work(record)
    } catch (error) {
      logError('A change could not be worked on.', error, { eventId: record.eventID ?? '' })
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] }
    }
  }
  return { batchItemFailures: [] }
}
