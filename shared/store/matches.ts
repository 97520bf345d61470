import { Match, matchId, roundOf } from '../domain/match.ts'
import type { Role } from '../domain/profile-form.ts'
import { Unplaced } from '../domain/round.ts'
import { type Table, withoutKeys } from './client.ts'
import { dueBy, keysOf, type Page, partition, readPage } from './page.ts'
import { DUE_SHARDS, followUpShard, matchIdOf, matchKey, shardOf, unplacedKey } from './table.ts'
import { adding, changing, type Item, type Key, removing, type Write } from './write.ts'

export type MatchStore = ReturnType<typeof matchStore>

/** Matches, and beside them the mentees whom a round left out. */
export const matchStore = (table: Table) => ({
  get: async (id: string): Promise<Match | undefined> => {
    const roundId = roundOf(id)
    return roundId ? table.get(matchKey(roundId, id), Match) : undefined
  },

  getMany: (ids: readonly string[]) =>
    table.getMany(
      ids.map((id) => matchKey(roundOf(id) ?? '', id)),
      Match,
    ),

  changing: (match: Match): Write => changing(itemOf(match)),
  removing: (match: Match): Write => removing(matchKey(match.roundId, match.id), match.version),
  addingUnplaced: (unplaced: Unplaced): Write => adding(unplacedItem(unplaced)),

  /** A draft: written again it is the same. */
  putDraft: (matches: readonly Match[], unplaced: readonly Unplaced[]) =>
    table.putAll([...matches.map(itemOf), ...unplaced.map(unplacedItem)]),

  /** Takes away what an attempt that came to nothing wrote, its proof too. */
  async clearDraft(roundId: string): Promise<void> {
    const keys: Key[] = []
    for (const begins of ['match#', 'unplaced#', 'proof#']) {
      const query = { ...partition('table', `ROUND#${roundId}`, begins), ConsistentRead: true }
      for await (const { pk, sk } of table.query(query)) keys.push({ pk, sk })
    }
    await table.deleteAll(keys)
  },

  /** Ids of matches whose follow-up is due, page after page; those waiting longest first within a shard. */
  async *due(now: Date): AsyncGenerator<string[]> {
    for (let shard = 0; shard < DUE_SHARDS; shard++) {
      let next: Record<string, unknown> | undefined
      do {
        const page = await table.queryPage({ ...dueBy(now, followUpShard(shard)), Limit: DUE_PAGE }, next)
        yield page.items.map(({ sk }) => matchIdOf(sk))
        next = page.next
      } while (next)
    }
  },

  /** All matches of a round, as they are now. */
  async ofRound(roundId: string): Promise<Match[]> {
    const matches: Match[] = []
    const query = { ...matchesOf(roundId), ConsistentRead: true }
    for await (const item of table.query(query)) matches.push(matchFrom(item))
    return matches
  },

  /** Everybody whom a round left out, as it is now. */
  async unplacedOf(roundId: string): Promise<Unplaced[]> {
    const unplaced: Unplaced[] = []
    const query = { ...unplacedIn(roundId), ConsistentRead: true }
    for await (const item of table.query(query)) unplaced.push(unplacedFrom(item))
    return unplaced
  },

  /** Every match that somebody ever had, newest round first, and every round that left them out. */
  async historyOf(role: Role, profileId: string): Promise<{ matches: Match[]; unplaced: Unplaced[] }> {
    const keys: Key[] = []
    for await (const { pk, sk } of table.query({ ...partition(role, profileId), ScanIndexForward: false })) {
      keys.push({ pk, sk })
    }
    const [matches, unplaced] = await Promise.all([
      table.getMany(
        keys.filter(({ sk }) => sk.startsWith('match#')),
        Match,
      ),
      table.getMany(
        keys.filter(({ sk }) => sk.startsWith('unplaced#')),
        Unplaced,
      ),
    ])
    return { matches, unplaced }
  },

  removeUnplaced: (unplaced: readonly Unplaced[]) =>
    table.deleteAll(unplaced.map(({ roundId, menteeId }) => unplacedKey(roundId, menteeId))),

  pageOfRound: (roundId: string, cursor?: string): Promise<Page<Match>> =>
    readPage(table, matchesOf(roundId), { cursor, load: async (items) => items.map(matchFrom) }),

  /** `load` chooses, and may add to it. */
  pageOfUnplaced: <T>(roundId: string, cursor: string | undefined, load: (unplaced: Unplaced[]) => Promise<T[]>) =>
    readPage(table, unplacedIn(roundId), { cursor, load: async (items) => load(items.map(unplacedFrom)) }),

  /** How many pairs a mentor has in a round, as an index knows it: it may lag a moment behind. */
  countOf: (roundId: string, mentorId: string): Promise<number> =>
    table.count(partition('mentor', mentorId, `match#${matchId(roundId, '')}`)),

  /** All matches, newest round first. */
  page: (fits: (match: Match) => boolean, cursor?: string): Promise<Page<Match>> =>
    readPage(
      table,
      { ...partition('kind', 'match'), ScanIndexForward: false },
      { cursor, load: async (items) => (await table.getMany(keysOf(items), Match)).filter(fits) },
    ),
})

const DUE_PAGE = 200

const matchesOf = (roundId: string) => partition('table', `ROUND#${roundId}`, 'match#')
const unplacedIn = (roundId: string) => partition('table', `ROUND#${roundId}`, 'unplaced#')

const itemOf = (match: Match) => ({
  ...matchKey(match.roundId, match.id),
  ...match,
  kindKey: 'match',
  /** Begins with the round's id, which sorts by time. */
  listedAt: match.id,
  ...(match.dueAt && { dueShard: followUpShard(shardOf(match.id, DUE_SHARDS)) }),
})

const unplacedItem = (unplaced: Unplaced) => ({ ...unplacedKey(unplaced.roundId, unplaced.menteeId), ...unplaced })

const matchFrom = (item: Item): Match => Match.parse(withoutKeys(item))
const unplacedFrom = (item: Item): Unplaced => Unplaced.parse(withoutKeys(item))
