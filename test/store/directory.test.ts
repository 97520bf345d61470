import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DATABASES } from '../../local/database.ts'
import { type DirectoryFilter, fits } from '../../shared/domain/directory.ts'
import { PROFILE_STATUSES, type Profile } from '../../shared/domain/profile.ts'
import { directory } from '../../shared/store/directory.ts'
import { profileStore } from '../../shared/store/profiles.ts'
import { profileIdOf } from '../../shared/store/table.ts'
import { memoryTable } from '../support/memory-table.ts'
import { aMenteeProfile, aMentorProfile } from '../support/profiles.ts'
import { emptyStores } from '../support/stores.ts'

/** Whoever fits is found, newest first, page after page. */

type Chosen = { isMentor: boolean; status: Profile['status']; state: 'OH' | 'TX'; lastName: string }

function somebody({ isMentor, status, state, lastName }: Chosen, n: number): Profile {
  const profile = isMentor ? aMentorProfile() : aMenteeProfile()
  return {
    ...profile,
    id: `person-${n}`,
    status,
    createdAt: new Date(Date.UTC(2027, 0, 1, 0, n)).toISOString(),
    traits: { ...profile.traits, state },
    contact: { ...profile.contact, lastName },
  }
}

/** Who should be found, from the end of the list. */
const expected = (people: readonly Profile[], filter: DirectoryFilter) =>
  people
    .filter(fits(filter))
    .map(({ id }) => id)
    .toReversed()

async function* pages<Item>(list: (cursor?: string) => Promise<{ items: Item[]; nextCursor?: string }>) {
  let cursor: string | undefined
  do {
    const page = await list(cursor)
    yield page.items
    cursor = page.nextCursor
  } while (cursor)
}

it('pages have everybody who fits once and in order, however little is looked at a time', async () => {
  const filter = fc.record(
    {
      role: fc.constantFrom('mentor' as const, 'mentee' as const),
      status: fc.constantFrom(...PROFILE_STATUSES),
      state: fc.constantFrom('OH', 'TX'),
      q: fc.constantFrom('ruiz', 'Ruiz sam', 'berg', 'nobody'),
    },
    { requiredKeys: [] },
  )
  const chosen = fc.record({
    isMentor: fc.boolean(),
    status: fc.constantFrom(...PROFILE_STATUSES),
    state: fc.constantFrom('OH' as const, 'TX' as const),
    lastName: fc.constantFrom('Ruiz', 'Berg'),
  })
  const looks = fc.record({
    reads: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 }),
    enough: fc.integer({ min: 1, max: 6 }),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(chosen, { maxLength: 60, size: 'max' }), filter, looks, async (crowd, filter, look) => {
      const people = crowd.map(somebody)
      const table = memoryTable()
      for (const profile of people) await table.transact([profileStore(table).adding(profile)])
      const found: string[] = []
      for await (const keys of pages((cursor) => directory(table, look).page(filter, cursor))) {
        expect(keys.length).toBeLessThanOrEqual(look.enough)
        found.push(...keys.map(({ pk }) => profileIdOf(pk)))
      }
      expect(found).toEqual(expected(people, filter))
      const all = await directory(table).all(filter, 60)
      expect(all?.map(({ pk }) => profileIdOf(pk))).toEqual(found)
    }),
    { numRuns: 60 },
  )
})

describe.each(DATABASES.filter((kind) => kind.available()).map((kind) => [kind.name, kind] as const))(
  'on %s',
  (_, kind) => {
    let stores: Awaited<ReturnType<typeof emptyStores>>
    const people = Array.from({ length: 900 }, (_, n) =>
      somebody(
        {
          isMentor: n % 5 === 0,
          status: n % 7 === 0 ? 'paused' : 'active',
          state: n % 2 === 0 ? 'OH' : 'TX',
          lastName: n === 0 ? 'Quackenbush' : n % 9 === 0 ? 'Ruíz' : 'Berg',
        },
        n,
      ),
    )
    beforeAll(async () => {
      stores = await emptyStores(kind)
      await stores.table.putAll(
        people.map(stores.profiles.adding).flatMap((write) => ('put' in write ? [write.put] : [])),
      )
    })
    afterAll(() => stores.stop())

    it.each([
      ['everybody', {}],
      ['a name', { q: 'ruiz sam' }],
      ['an address', { q: 'MENTOR@example.org' }],
      ['a role and a status', { role: 'mentor' as const, status: 'paused' as const }],
      ['all at once', { role: 'mentee' as const, status: 'active' as const, state: 'TX', q: 'RUIZ' }],
    ])('finds whoever fits, newest first: %s', async (_, filter) => {
      const found: string[] = []
      for await (const items of pages((cursor) => stores.profiles.list(filter, cursor))) {
        expect(items.length).toBeLessThanOrEqual(50)
        found.push(...items.map(({ id }) => id))
      }
      expect(found).toEqual(expected(people, filter))
      expect((await stores.profiles.all(filter, 900))?.map(({ id }) => id)).toEqual(found)
    })

    it('finds the one who signed up first in the first answer, and that there is nobody too', async () => {
      const oldest = await stores.profiles.list({ q: 'sam quackenbush' })
      expect(oldest.items.map(({ id }) => id)).toEqual(['person-0'])
      expect(await stores.profiles.list({ q: 'nobody' })).toEqual({ items: [] })
    })

    it('tells that all are more than somebody can take', async () => {
      expect(await stores.profiles.all({ role: 'mentor' }, 179)).toBeUndefined()
      expect(await stores.profiles.all({ role: 'mentor' }, 180)).toHaveLength(180)
    })

    it('knows at once who paused, moved or has another name', async () => {
      const one = await stores.profiles.get('person-5')
      if (!one) throw new Error('There should be a fifth person.')
      const changed = { ...one, contact: { ...one.contact, lastName: 'Zweig' }, status: 'leaving' as const }
      await stores.table.transact([stores.profiles.changing(changed)])
      const found = await stores.profiles.list({ q: 'zweig', status: 'leaving' })
      expect(found.items.map(({ id }) => id)).toEqual(['person-5'])
      expect((await stores.profiles.list({ q: 'zweig', status: 'active' })).items).toEqual([])
    })
  },
)
