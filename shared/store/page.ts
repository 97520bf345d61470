import * as z from 'zod'
import { invalid } from '../errors.ts'
import type { Table } from './client.ts'
import { INDEXES } from './table.ts'
import type { Item, Key } from './write.ts'

/** One page of a list, and an opaque cursor when there is more. */
export type Page<T> = { items: T[]; nextCursor?: string }

const CursorKey = z.record(z.string(), z.string())

type PageQuery = ReturnType<typeof partition | typeof onwards> & { ScanIndexForward?: boolean }

/** `PARTITION = value`, and optionally a beginning of the sort key, on an index or on the table itself. */
export function partition(index: keyof typeof INDEXES | 'table', value: string, begins?: string) {
  const { partition, sort } = keysIn(index === 'table' ? undefined : index)
  return {
    ...(index !== 'table' && { IndexName: index }),
    KeyConditionExpression: begins ? '#p = :p AND begins_with(#s, :s)' : '#p = :p',
    ExpressionAttributeNames: { '#p': partition, ...(begins && { '#s': sort }) },
    ExpressionAttributeValues: { ':p': value, ...(begins && { ':s': begins }) },
  }
}

/** `PARTITION = value`, from this beginning of the sort key on. */
export function onwards(index: keyof typeof INDEXES | 'table', value: string, from: string) {
  const { partition, sort } = keysIn(index === 'table' ? undefined : index)
  return {
    ...(index !== 'table' && { IndexName: index }),
    KeyConditionExpression: '#p = :p AND #s >= :from',
    ExpressionAttributeNames: { '#p': partition, '#s': sort },
    ExpressionAttributeValues: { ':p': value, ':from': from },
  }
}

/** What of one shard is due by now, waiting longest first. */
export const dueBy = (now: Date, shard: string) => ({
  IndexName: 'due',
  KeyConditionExpression: '#p = :p AND #s <= :now',
  ExpressionAttributeNames: { '#p': INDEXES.due.partition, '#s': INDEXES.due.sort },
  ExpressionAttributeValues: { ':p': shard, ':now': now.toISOString() },
})

/** How often one request asks for more. A search that finds nearly nobody is then gone on with by its cursor. */
const MOST_READS = 20

/**
 * Reads keys or items, `enough` at a time, until `enough` of them pass `load`, which fetches, parses and filters. What
 * comes back can be more, fewer, or none at all: there is more to come as long as there is a `nextCursor`.
 */
export async function readPage<T>(
  table: Pick<Table, 'queryPage'>,
  query: PageQuery,
  {
    cursor,
    enough = 50,
    load,
  }: { cursor?: string | undefined; enough?: number; load: (items: Item[]) => Promise<T[]> },
): Promise<Page<T>> {
  const items: T[] = []
  let next = cursor === undefined ? undefined : keyOf(cursor, query)
  for (let reads = 0; reads === 0 || (next && items.length < enough && reads < MOST_READS); reads++) {
    const page = await table.queryPage({ ...query, Limit: enough }, next)
    items.push(...(await load(page.items)))
    next = page.next && CursorKey.parse(page.next)
  }
  return next ? { items, nextCursor: cursorOf(next) } : { items }
}

export const cursorOf = (place: unknown): string => Buffer.from(JSON.stringify(place)).toString('base64url')

/** The place in a list that a cursor stands for; 400 when it is none of that list. */
export function readCursor<T>(cursor: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
  } catch {
    throw invalid([{ path: 'cursor', message: 'This cursor is not one of ours. Please start from the first page.' }])
  }
}

/** A whole list, newest first, some hundreds at a time: the keys in order, then what they stand for all at once. */
export async function* readAll<T>(
  table: Pick<Table, 'queryPage' | 'getMany'>,
  kind: string,
  schema: z.ZodType<T>,
): AsyncGenerator<T[]> {
  let next: Record<string, unknown> | undefined
  do {
    const page = await table.queryPage({ ...partition('kind', kind), ScanIndexForward: false, Limit: 800 }, next)
    yield await table.getMany(keysOf(page.items), schema)
    next = page.next
  } while (next)
}

export const keysOf = (items: readonly Item[]): Key[] => items.map(({ pk, sk }) => ({ pk, sk }))

/** The database fails on a key that is not of this list: so a cursor has all its keys, no others, and lies within it. */
function keyOf(cursor: string, query: PageQuery): Record<string, string> {
  const { partition, sort } = keysIn(query.IndexName)
  const { ':p': value, ':s': beginning = '' } = { ':s': undefined, ...query.ExpressionAttributeValues }
  const part = z.string().regex(/^[ -~]{1,1024}$/)
  const Ours = z.strictObject({ pk: part, sk: part, [partition]: z.literal(value), [sort]: part.startsWith(beginning) })
  return CursorKey.parse(readCursor(cursor, Ours))
}

const keysIn = (index: keyof typeof INDEXES | undefined) => (index ? INDEXES[index] : { partition: 'pk', sort: 'sk' })
