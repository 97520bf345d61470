import { randomUUID } from 'node:crypto'
import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  TransactionCanceledException,
  TransactionConflictException,
} from '@aws-sdk/client-dynamodb'
import {
  BatchGetCommand,
  type BatchGetCommandInput,
  BatchWriteCommand,
  type BatchWriteCommandInput,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
} from '@aws-sdk/lib-dynamodb'
import * as z from 'zod'
import { env } from '../env.ts'
import { backOff, chunks, inParallel } from '../parallel.ts'
import { patience } from '../patience.ts'
import { KEY_ATTRIBUTES } from './table.ts'
import { Contended, type Item, type Key, Stale, transactItems, type Write } from './write.ts'

/** The table as stores see it: items are parsed on every read, and several writes are one. */
export type Table = ReturnType<typeof tableOf>

type Query = Omit<QueryCommandInput, 'TableName'>
type Requests = NonNullable<NonNullable<BatchWriteCommandInput['RequestItems']>[string]>

const Keyed = z.looseObject({ pk: z.string(), sk: z.string() })

export function tableOf(name: string, dynamodb = new DynamoDBClient({ maxAttempts: 8, requestHandler: patience() })) {
  const client = DynamoDBDocumentClient.from(dynamodb, { marshallOptions: { removeUndefinedValues: true } })

  async function queryPage(query: Query, start?: Record<string, unknown>) {
    const answer = await client.send(new QueryCommand({ TableName: name, ...query, ExclusiveStartKey: start }))
    return { items: (answer.Items ?? []).map((item) => Keyed.parse(item)), next: answer.LastEvaluatedKey }
  }

  async function batchWrite(requests: Requests): Promise<void> {
    await inParallel(chunks(requests, 25), 8, async (chunk) => {
      let open: BatchWriteCommandInput['RequestItems'] = { [name]: chunk }
      for (let attempt = 0; open?.[name]?.length; attempt++) {
        if (attempt) await backOff(attempt)
        const answer: { UnprocessedItems?: typeof open } = await client.send(
          new BatchWriteCommand({ RequestItems: open }),
        )
        open = answer.UnprocessedItems
      }
    })
  }

  return {
    queryPage,

    /** The item as it is now; undefined when there is none. */
    async get<T>(key: Key, schema: z.ZodType<T>): Promise<T | undefined> {
      if (!fitsKey(key)) return undefined
      const { Item } = await client.send(new GetCommand({ TableName: name, Key: key, ConsistentRead: true }))
      return Item && schema.parse(withoutKeys(Item))
    },

    /** In the order of the keys; those that do not exist are left out. The same key may come more than once. */
    async getMany<T>(keys: readonly Key[], schema: z.ZodType<T>): Promise<T[]> {
      const found = new Map<string, T>()
      const different = [...new Map(keys.filter(fitsKey).map((key) => [`${key.pk} ${key.sk}`, key])).values()]
      await inParallel(chunks(different, 100), 8, async (chunk) => {
        let open: BatchGetCommandInput['RequestItems'] = {
          [name]: { Keys: chunk.map(({ pk, sk }) => ({ pk, sk })), ConsistentRead: true },
        }
        for (let attempt = 0; open?.[name]?.Keys?.length; attempt++) {
          if (attempt) await backOff(attempt)
          const answer: { Responses?: Record<string, Record<string, unknown>[]>; UnprocessedKeys?: typeof open } =
            await client.send(new BatchGetCommand({ RequestItems: open }))
          for (const item of answer.Responses?.[name] ?? []) {
            const { pk, sk } = Keyed.parse(item)
            found.set(`${pk} ${sk}`, schema.parse(withoutKeys(item)))
          }
          open = answer.UnprocessedKeys
        }
      })
      return keys.map(({ pk, sk }) => found.get(`${pk} ${sk}`)).filter((item) => item !== undefined)
    },

    /** How many items a query has, without the items. */
    async count(query: Query): Promise<number> {
      let count = 0
      let next: Record<string, unknown> | undefined
      do {
        const command = new QueryCommand({ TableName: name, ...query, Select: 'COUNT', ExclusiveStartKey: next })
        const answer = await client.send(command)
        count += answer.Count ?? 0
        next = answer.LastEvaluatedKey
      } while (next)
      return count
    },

    /** Every item of a query, page after page. */
    async *query(query: Query): AsyncGenerator<Item> {
      let next: Record<string, unknown> | undefined
      do {
        const page = await queryPage(query, next)
        yield* page.items
        next = page.next
      } while (next)
    },

    /**
     * One guarded write: cheaper than a transaction. After a lost answer it can throw `Stale` though it was done, so it
     * is for callers to whom that is the same.
     */
    async write(write: Write): Promise<void> {
      const [only] = transactItems([write], name)
      await guarded(async () => {
        if (only?.Put) await client.send(new PutCommand(only.Put))
        if (only?.Delete) await client.send(new DeleteCommand(only.Delete))
      })
    },

    /**
     * All or nothing. Repeating it after a lost answer changes nothing twice. Throws `Stale` when a guard fails, `Contended`
     * when others were at the same items all the time. `tries`: how often.
     */
    async transact(writes: readonly Write[], { tries = MOST_TRIES } = {}): Promise<void> {
      const command = { TransactItems: transactItems(writes, name), ClientRequestToken: randomUUID() }
      await guarded(() => client.send(new TransactWriteCommand(command)), tries)
    },

    /** Writes many items that need no guard. */
    putAll: (items: readonly Item[]) => batchWrite(items.map((Item) => ({ PutRequest: { Item } }))),

    deleteAll: (keys: readonly Key[]) => batchWrite(keys.map(({ pk, sk }) => ({ DeleteRequest: { Key: { pk, sk } } }))),
  }
}

const MOST_TRIES = 8

/** Writes again while others write the same items at the same moment. Throws `Stale` when a guard fails, or `Contended`. */
async function guarded(write: () => Promise<unknown>, tries = MOST_TRIES): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await write()
      return
    } catch (error) {
      const reasons = reasonsOf(error)
      if (reasons.includes('ConditionalCheckFailed')) throw new Stale()
      const contended = reasons.includes('TransactionConflict')
      if (attempt === tries && contended) throw new Contended()
      if (attempt === tries || !(contended || reasons.includes('ThrottlingError'))) throw error
      await backOff(attempt)
    }
  }
}

/** Why a write was refused, in DynamoDB's codes: a single one is refused in other words than a transaction. */
function reasonsOf(error: unknown): (string | undefined)[] {
  if (error instanceof TransactionCanceledException) return (error.CancellationReasons ?? []).map(({ Code }) => Code)
  if (error instanceof ConditionalCheckFailedException) return ['ConditionalCheckFailed']
  return error instanceof TransactionConflictException ? ['TransactionConflict'] : []
}

/** Longer keys, in bytes, are refused by DynamoDB. Ids come from URLs: such a one is wrong, and no failure of ours. */
const fitsKey = ({ pk, sk }: Key): boolean => Buffer.byteLength(pk) <= 2048 && Buffer.byteLength(sk) <= 1024

/** The table that this function was deployed with. */
export const deployedTable = (): Table => tableOf(env('TABLE_NAME'))

/** The thing itself, without what the table keeps beside it. */
export function withoutKeys(item: Record<string, unknown>): Record<string, unknown> {
  const keys = new Set<string>(KEY_ATTRIBUTES)
  return Object.fromEntries(Object.entries(item).filter(([name]) => !keys.has(name)))
}
