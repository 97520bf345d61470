import * as z from 'zod'
import { inPool, Mentee, Mentor, Profile } from '../domain/profile.ts'
import type { Role } from '../domain/profile-form.ts'
import { type Person, personOf } from '../matching/person.ts'
import { inParallel } from '../parallel.ts'
import { type Table, withoutKeys } from './client.ts'
import { dueBy, keysOf, type Page, partition, readPage } from './page.ts'
import { inDays, POOL_SHARDS, PROFILES_DUE, poolShard, profileIdOf, profileKey, shardOf } from './table.ts'
import { adding, changing, removing, type Write } from './write.ts'

export type ProfileStore = ReturnType<typeof profileStore>

export type ProfileFilter = { role?: Role | undefined; status?: Profile['status'] | undefined; q?: string | undefined }

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

  /** Newest first. `q` is looked for in names and address. */
  list: (filter: ProfileFilter, cursor?: string): Promise<Page<Profile>> =>
    readPage(
      table,
      { ...partition('kind', 'profile'), ScanIndexForward: false },
      { cursor, load: async (items) => (await table.getMany(keysOf(items), Profile)).filter(fits(filter)) },
    ),
})

/** A form that nobody confirms is forgotten, counted from the latest one; its link is too old long before. */
const DAYS_TO_CONFIRM = 30

const itemOf = <P extends Profile>(profile: P) => ({
  ...profileKey(profile.id),
  ...profile,
  kindKey: 'profile',
  listedAt: `${profile.createdAt}#${profile.id}`,
  ...(profile.status === 'pending' && { expiresAt: inDays(profile.formAt ?? profile.createdAt, DAYS_TO_CONFIRM) }),
  ...(profile.dueAt && { dueShard: PROFILES_DUE }),
  ...(inPool(profile) && { poolShard: poolShard(shardOf(profile.id, POOL_SHARDS)) }),
})

const fits =
  ({ role, status, q }: ProfileFilter) =>
  (profile: Profile) => {
    const { firstName, lastName, email } = profile.contact
    const text = `${firstName} ${lastName} ${email}`.toLowerCase()
    return (
      (!role || profile.role === role) &&
      (!status || profile.status === status) &&
      (!q || text.includes(q.trim().toLowerCase()))
    )
  }
