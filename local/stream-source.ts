import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard as SdkShard,
} from '@aws-sdk/client-dynamodb-streams'
import * as z from 'zod'
import { AWS_ENVIRONMENT, clientTo } from './credentials.ts'

/** A change of an item, as a function gets it. */
export type StreamRecord = { dynamodb: { SequenceNumber: string } & Record<string, unknown> } & Record<string, unknown>

export type Shard = { id: string; parent?: string | undefined }
/** Where to go on reading a shard: after a record, at its beginning, or at what comes next. */
export type Position = { after: string } | 'beginning' | 'end'
/** `next` is missing at the end of a shard that gets no more records. */
type Page = { records: StreamRecord[]; next?: string | undefined }

/** The part of the DynamoDB Streams API that the pump needs. */
export type StreamSource = {
  shards(): Promise<Shard[]>
  iterator(shardId: string, position: Position): Promise<string>
  read(iterator: string): Promise<Page>
}

const Record_ = z.looseObject({ dynamodb: z.looseObject({ SequenceNumber: z.string() }) })

export function streamSource(endpoint: string, StreamArn: string): StreamSource {
  const client = new DynamoDBStreamsClient({ ...clientTo(endpoint), maxAttempts: 5 })
  return {
    async shards() {
      const shards: SdkShard[] = []
      let ExclusiveStartShardId: string | undefined
      do {
        const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn, ExclusiveStartShardId }))
        shards.push(...(StreamDescription?.Shards ?? []))
        ExclusiveStartShardId = StreamDescription?.LastEvaluatedShardId
      } while (ExclusiveStartShardId)
      return shards.map(({ ShardId = '', ParentShardId }) => ({ id: ShardId, parent: ParentShardId }))
    },
    async iterator(ShardId, position) {
      const where =
        typeof position === 'object'
          ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER' as const, SequenceNumber: position.after }
          : { ShardIteratorType: position === 'end' ? ('LATEST' as const) : ('TRIM_HORIZON' as const) }
      const { ShardIterator = '' } = await client.send(new GetShardIteratorCommand({ StreamArn, ShardId, ...where }))
      return ShardIterator
    },
    async read(ShardIterator) {
      const { Records = [], NextShardIterator } = await client.send(new GetRecordsCommand({ ShardIterator }))
      return { records: Records.map((record) => asInEvent(record, StreamArn)), next: NextShardIterator }
    },
  }
}

/** As JSON: binary values in base64, the moment in seconds, and where it comes from. */
function asInEvent(record: { dynamodb?: { ApproximateCreationDateTime?: Date | undefined } }, eventSourceARN: string) {
  const seconds = (record.dynamodb?.ApproximateCreationDateTime?.getTime() ?? 0) / 1000
  const text = JSON.stringify(record, (_, value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value,
  )
  const { dynamodb, ...rest } = Record_.parse(JSON.parse(text))
  return {
    ...rest,
    awsRegion: AWS_ENVIRONMENT.AWS_REGION,
    eventSourceARN,
    dynamodb: { ...dynamodb, ApproximateCreationDateTime: seconds },
  }
}
