import * as z from 'zod'
import { type DirectoryFilter, fits, lookedThrough } from '../domain/directory.ts'
import { inPool, Mentee, Mentor, Profile } from '../domain/profile.ts'
import { type Person, personOf } from '../matching/person.ts'
import { inParallel } from '../parallel.ts'
import { type Table, withoutKeys } from './client.ts'
import { directory } from './directory.ts'
import { dueBy, type Page, partition } from './page.ts'
import {
  DIRECTORY_SHARDS,
  directoryShard,
  inDays,
  POOL_SHARDS,
  PROFILES_DUE,
  poolShard,
  profileIdOf,
  profileKey,
  shardOf,
} from './table.ts'
import { adding, changing, removing, type Write } from './write.ts'

export type ProfileStore = ReturnType<typeof profileStore>

const projected = { id: true, role: true, traits: true, addressHash: true } as const
const PoolRow = z.discriminatedUnion('role', [
  Mentee.pick({ ...projected, roundsWaited: true, blocked: true }),
  Mentor.pick({ ...projected, capacity: true, matchIds: true }),
])

const WATCH_EVERY = 1000
const SHARDS = Array.from({ length: POOL_SHARDS }, (_, shard) => poolShard(shard))

export const profileStore = (table: Table) => ({
  get: (id: string) => table.get(profileKey(id), Profile),

  getMany: (ids: readonly string[]) => table.getMany(ids.map(profileKey), Profile),

  adding: (profile: Profile): Write => adding(itemOf(profile)),
  changing: (profile: Profile): Write => changing(itemOf(profile)),
  removing: ({ id, version }: Profile): Write => removing(profileKey(id), version),
  /** Changes nothing: what is written with it is written only if the profile is still there as it was read. */
  standing: (profile: Profile): Write => ({ ...changing(itemOf(profile)), put: itemOf(profile) }),

  /**
   * Everybody who can be paired now, all shards at once; `watch` hears now and then how many were read. The index may
   * lag a moment behind: publishing checks again.
   */
  async pool(watch?: (count: number) => Promise<void>): Promise<Person[]> {
    const people: Person[] = []
    await inParallel(SHARDS, POOL_SHARDS, async (shard) => {
      for await (const item of table.query(partition('pool', shard))) {
        people.push(personOf(PoolRow.parse(withoutKeys(item))))
        if (people.length % WATCH_EVERY === 0) await watch?.(people.length)
      }
    })
    return people
  },

  /** How many people `pool` would answer with. */
  async poolSize(): Promise<number> {
    const counts = await Promise.all(SHARDS.map((shard) => table.count(partition('pool', shard))))
    return counts.reduce((sum, count) => sum + count, 0)
  },

  /** Ids of those whose pause is over, or who are gone for good, by now: at most so many, longest ago first. */
  async due(now: Date, most: number): Promise<string[]> {
    const { items } = await table.queryPage({ ...dueBy(now, PROFILES_DUE), Limit: most })
    return items.map(({ pk }) => profileIdOf(pk))
  },

  /** Newest first. The directory may lag a moment behind: whoever fits no more is left out. */
  async list(filter: DirectoryFilter, cursor?: string): Promise<Page<Profile>> {
    const { items, ...more } = await directory(table).page(filter, cursor)
    return { items: (await table.getMany(items, Profile)).filter(fits(filter)), ...more }
  },

  /** Everybody who fits, newest first; undefined when there are more than so many. */
  async all(filter: DirectoryFilter, most: number): Promise<Profile[] | undefined> {
    const keys = await directory(table).all(filter, most)
    return keys && (await table.getMany(keys, Profile)).filter(fits(filter))
  },
})

/** A form that nobody confirms is forgotten, counted from the latest one; its link is too old long before. */
const DAYS_TO_CONFIRM = 30

const itemOf = <P extends Profile>(profile: P) => ({
  ...profileKey(profile.id),
  ...profile,
  kindKey: 'profile',
  directoryShard: directoryShard(shardOf(profile.id, DIRECTORY_SHARDS)),
  livesIn: profile.traits.state,
  lookedThrough: lookedThrough(profile),
  listedAt: `${profile.createdAt}#${profile.id}`,
  ...(profile.status === 'pending' && { expiresAt: inDays(profile.formAt ?? profile.createdAt, DAYS_TO_CONFIRM) }),
  ...(profile.dueAt && { dueShard: PROFILES_DUE }),
  ...(inPool(profile) && { poolShard: poolShard(shardOf(profile.id, POOL_SHARDS)) }),
})
