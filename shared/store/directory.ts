import * as z from 'zod'
import { type DirectoryFilter, isFiltered, piecesOf } from '../domain/directory.ts'
import { inParallel } from '../parallel.ts'
import type { Table } from './client.ts'
import { cursorOf, type Page, readCursor } from './page.ts'
import { DIRECTORY_SHARDS, directoryShard, INDEXES } from './table.ts'
import type { Key } from './write.ts'

/**
 * How many people of each shard a request looks at, read after read. Whoever asks for many finds them among the first;
 * that there is nobody shows only at the end. So at most 99,000 people a request, in half a second or so; with the cursor
 * it goes on from there.
 */
const READS = [32, 2048, 2048, 2048]
const PAGE = 50
const SHARDS = Array.from({ length: DIRECTORY_SHARDS }, (_, shard) => directoryShard(shard))

const Found = z.object({ pk: z.string(), sk: z.string(), listedAt: z.string() })
type Found = z.output<typeof Found>
/** `next`: where to go on, if there is more. */
type Shard = { partition: string; next?: Record<string, unknown> | undefined }
/** When somebody signed up, and who: e.g. `2027-01-12T19:00:00.000Z#7d4a6c1e`. */
const ListedAt = z.string().regex(/^\d{4}-\d\d-\d\dT[\d:.]+Z#[ -~]{1,200}$/)

/**
 * Finds people, newest first, however few of them fit. The database looks through all shards of the directory side by
 * side and tells of those who fit alone: so whoever is not shown is not read either.
 */
export const directory = (table: Pick<Table, 'queryPage' | 'query'>, { reads = READS, enough = PAGE } = {}) => ({
  async page(filter: DirectoryFilter, cursor?: string): Promise<Page<Key>> {
    const before = cursor === undefined ? undefined : readCursor(cursor, ListedAt)
    // When everybody fits, one read of the whole list does it.
    const look = isFiltered(filter)
      ? { index: 'directory' as const, partitions: SHARDS, reads }
      : { index: 'kind' as const, partitions: ['profile'], reads: [enough] }
    let open: Shard[] = look.partitions.map((partition) => ({ partition }))
    const found: Found[] = []
    let sure: Found[] = []
    let seen = ''
    for (const Limit of look.reads) {
      await inParallel(open, open.length, async (shard) => {
        const query = { ...queryIn(look.index, shard.partition, filter, before), Limit }
        const { items, next } = await table.queryPage(query, shard.next)
        found.push(...items.map((item) => Found.parse(item)))
        shard.next = next
      })
      open = open.filter(({ next }) => next)
      // Down to here, everybody was looked at in every shard.
      seen = latest(open.map(({ next }) => Found.parse(next)))
      sure = newestFirst(found.filter(({ listedAt }) => listedAt >= seen))
      if (!seen || sure.length >= enough) break
    }
    const items = sure.slice(0, enough)
    const last = sure.length > enough ? items.at(-1)?.listedAt : seen
    return last ? { items, nextCursor: cursorOf(last) } : { items }
  },

  /** All who fit; undefined when they are more than so many. */
  async all(filter: DirectoryFilter, most: number): Promise<Key[] | undefined> {
    const found: Found[] = []
    await inParallel(SHARDS, DIRECTORY_SHARDS, async (shard) => {
      for await (const item of table.query(queryIn('directory', shard, filter))) {
        found.push(Found.parse(item))
        if (found.length > most) return
      }
    })
    return found.length > most ? undefined : newestFirst(found)
  },
})

const latest = (found: readonly Found[]): string => newestFirst(found)[0]?.listedAt ?? ''

const newestFirst = (found: readonly Found[]): Found[] => found.toSorted((a, b) => (a.listedAt < b.listedAt ? 1 : -1))

/** Those of a partition who fit, newest first; only those listed before. */
function queryIn(index: 'directory' | 'kind', of: string, filter: DirectoryFilter, before?: string) {
  const { role, status, state: livesIn } = filter
  const same = Object.entries({ role, status, livesIn }).filter(([, wanted]) => wanted)
  const pieces = piecesOf(filter.q).map((piece, n) => [`:piece${n}`, piece] as const)
  const conditions = [
    ...same.map(([name]) => `#${name} = :${name}`),
    ...pieces.map(([name]) => `contains(#lookedThrough, ${name})`),
  ]
  return {
    IndexName: index,
    KeyConditionExpression: before === undefined ? '#p = :p' : '#p = :p AND #s < :before',
    ...(conditions.length > 0 && { FilterExpression: conditions.join(' AND ') }),
    ProjectionExpression: 'pk, sk, #s',
    ExpressionAttributeNames: {
      '#p': INDEXES[index].partition,
      '#s': INDEXES[index].sort,
      ...Object.fromEntries(same.map(([name]) => [`#${name}`, name])),
      ...(pieces.length > 0 && { '#lookedThrough': 'lookedThrough' }),
    },
    ExpressionAttributeValues: {
      ':p': of,
      ...(before !== undefined && { ':before': before }),
      ...Object.fromEntries([...same.map(([name, wanted]) => [`:${name}`, wanted]), ...pieces]),
    },
    ScanIndexForward: false,
  }
}
