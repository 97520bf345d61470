import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda'
import { logError } from './http.ts'

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
