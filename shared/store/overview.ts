import { Match } from '../domain/match.ts'
import { Counts, countMatch, countProfile, isGood, noCounts, peopleIn } from '../domain/overview.ts'
import { Profile } from '../domain/profile.ts'
import { inParallel } from '../parallel.ts'
import type { Table } from './client.ts'
import { keysOf, partition, readAll } from './page.ts'
import { suppressionStore } from './suppressions.ts'
import { DUE_SHARDS, followUpShard, overviewKey } from './table.ts'

/** Counting so many takes two or three seconds. The counts of more people come from the schedule alone. */
const MOST_AT_ONCE = 10_000
const OPEN_PAGE = 800
const SHARDS = Array.from({ length: DUE_SHARDS }, (_, shard) => followUpShard(shard))

/** What a release with other counts has stored is as good as nothing. */
const Stored = Counts.optional().catch(undefined)

/** The counts of the whole programme: one item, written again when it is too old. */
export function overviewStore(
  table: Pick<Table, 'queryPage' | 'getMany' | 'get' | 'write'>,
  mostAtOnce = MOST_AT_ONCE,
) {
  const suppressions = suppressionStore(table)
  const stored = () => table.get(overviewKey, Stored)

  /** Counts everybody and stores that; undefined, and nothing stored, as soon as there are more than so many. */
  async function count(now: Date, most: number): Promise<Counts | undefined> {
    const counts = noCounts(now)
    for await (const page of readAll(table, 'profile', Profile)) {
      const stopped = await suppressions.getMany(page.map(({ addressHash }) => addressHash))
      for (const profile of page) countProfile(counts, profile, stopped.has(profile.addressHash))
      if (peopleIn(counts) > most) return undefined
    }
    await inParallel(SHARDS, DUE_SHARDS, async (shard) => {
      for await (const page of openMatches(shard)) for (const match of page) countMatch(counts, match)
    })
    await table.write({ put: { ...overviewKey, ...counts } })
    return counts
  }

  /** Open matches, and no other, have a next step. */
  async function* openMatches(shard: string): AsyncGenerator<Match[]> {
    let next: Record<string, unknown> | undefined
    do {
      const page = await table.queryPage({ ...partition('due', shard), Limit: OPEN_PAGE }, next)
      yield await table.getMany(keysOf(page.items), Match)
      next = page.next
    } while (next)
  }

  return {
    /** As it is now where people are few, else as the schedule last found it; undefined when that is still to come. */
    async current(now: Date): Promise<Counts | undefined> {
      const known = await stored()
      if (known && (isGood(known, now) || peopleIn(known) > mostAtOnce)) return known
      return (await count(now, mostAtOnce)) ?? known
    },

    /** Counts however many there are, when it is time. */
    async refresh(now: Date): Promise<void> {
      const known = await stored()
      if (!known || !isGood(known, now)) await count(now, Number.POSITIVE_INFINITY)
    },
  }
}
