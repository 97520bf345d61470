import {
  CreateTableCommand,
  DescribeTableCommand,
  DescribeTimeToLiveCommand,
  DynamoDBClient,
  ResourceNotFoundException,
  UpdateTableCommand,
  UpdateTimeToLiveCommand,
  waitUntilTableExists,
} from '@aws-sdk/client-dynamodb'
import * as z from 'zod'
import { clientTo } from './credentials.ts'
import type { Template } from './template.ts'

const Keys = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }))
const Index = z.object({
  IndexName: z.string(),
  KeySchema: Keys,
  Projection: z.object({
    ProjectionType: z.enum(['ALL', 'KEYS_ONLY', 'INCLUDE']),
    NonKeyAttributes: z.array(z.string()).optional(),
  }),
})
const Table = z.object({
  KeySchema: Keys,
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) })),
  GlobalSecondaryIndexes: z.array(Index).optional(),
  StreamSpecification: z
    .object({ StreamViewType: z.enum(['NEW_AND_OLD_IMAGES', 'NEW_IMAGE', 'OLD_IMAGE', 'KEYS_ONLY']) })
    .optional(),
  TimeToLiveSpecification: z.object({ AttributeName: z.string().optional(), Enabled: z.boolean() }).optional(),
})
type Table = z.output<typeof Table>

/**
 * Makes the template's tables that are not there yet; those that are get what is new, indexes and an expiry. A table is
 * called by its logical id. Returns their streams' ARNs by that name.
 */
export async function makeTables(template: Template, endpoint: string): Promise<Map<string, string>> {
  const client = new DynamoDBClient({ ...clientTo(endpoint), maxAttempts: 8 })
  const streams = new Map<string, string>()
  for (const { id, properties } of template.resources('AWS::DynamoDB::Table', Table)) {
    await makeTable(client, id, properties)
    const stream = (await describe(client, id))?.LatestStreamArn
    if (stream) streams.set(id, stream)
  }
  client.destroy()
  return streams
}

async function makeTable(client: DynamoDBClient, TableName: string, table: Table): Promise<void> {
  const there = await describe(client, TableName)
  const { TimeToLiveSpecification: ttl, StreamSpecification: stream, ...rest } = table
  if (there) {
    await addIndexes(client, TableName, table, new Set(there.GlobalSecondaryIndexes?.map((i) => i.IndexName)))
  } else {
    await client.send(
      new CreateTableCommand({
        TableName,
        BillingMode: 'PAY_PER_REQUEST',
        ...rest,
        ...(stream && { StreamSpecification: { StreamEnabled: true, ...stream } }),
      }),
    )
    await waitUntilTableExists({ client, maxWaitTime: 30, minDelay: 1 }, { TableName })
  }
  if (ttl?.Enabled) await addExpiry(client, TableName, ttl.AttributeName)
}

async function addExpiry(client: DynamoDBClient, TableName: string, AttributeName: string | undefined) {
  const { TimeToLiveDescription: now } = await client.send(new DescribeTimeToLiveCommand({ TableName }))
  if (now?.AttributeName === AttributeName) return
  const TimeToLiveSpecification = { AttributeName, Enabled: true }
  await client.send(new UpdateTimeToLiveCommand({ TableName, TimeToLiveSpecification }))
}

async function addIndexes(client: DynamoDBClient, TableName: string, table: Table, there: Set<string | undefined>) {
  for (const index of table.GlobalSecondaryIndexes ?? []) {
    if (there.has(index.IndexName)) continue
    const { AttributeDefinitions } = table
    await client.send(
      new UpdateTableCommand({ TableName, AttributeDefinitions, GlobalSecondaryIndexUpdates: [{ Create: index }] }),
    )
  }
}

async function describe(client: DynamoDBClient, TableName: string) {
  try {
    return (await client.send(new DescribeTableCommand({ TableName }))).Table
  } catch (error) {
    if (error instanceof ResourceNotFoundException) return undefined
    throw error
  }
}
