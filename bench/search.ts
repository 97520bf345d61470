import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod'
import { DATABASES, startDatabase } from '../local/database.ts'
import type { DirectoryFilter } from '../shared/domain/directory.ts'
import { Profile } from '../shared/domain/profile.ts'
import { confirmed, openProfile } from '../shared/domain/profile-changes.ts'
import { ProfileForm } from '../shared/domain/profile-form.ts'
import type { Person } from '../shared/matching/person.ts'
import type { Table } from '../shared/store/client.ts'
import { keysOf, type Page, partition, readPage } from '../shared/store/page.ts'
import { profileStore } from '../shared/store/profiles.ts'
import { storesIn } from '../test/support/stores.ts'
import { peopleFor } from './people.ts'

/**
 * `npm run bench:search`: how long an organizer waits for a list of people, from the first request until there is a page
 * of them or nobody is left; against the way before, which read everybody's profile in turn. `PEOPLE`, `TIMES`. The
 * databases share this computer’s processors, but are near: `AWAY` is what a real one is away, in ms.
 */

const { PEOPLE, TIMES, AWAY } = z
  .object({
    PEOPLE: z.coerce.number().default(10_000),
    TIMES: z.coerce.number().default(40),
    AWAY: z.coerce.number().default(4),
  })
  .parse(process.env)
/** The way before takes seconds. */
const TIMES_BEFORE = Math.ceil(TIMES / 20)
const BEGAN = Date.parse('2026-01-01T00:00:00.000Z')

const SEARCHES: Record<string, DirectoryFilter> = {
  'first page': {},
  'a common name': { q: 'ruiz' },
  'a rare name': { q: 'zebulonia quack' },
  nobody: { q: 'nobody at all' },
  'role and status': { role: 'mentor', status: 'paused' },
}

const FIRST_NAMES = 'Ana Ben Chidi Daniela Émile Fatima Grace Hiro Ines José Kim Liam'.split(' ')
const LAST_NAMES = 'Smith Nguyen García Okafor Müller Chen Haddad Novak Silva Berg'.split(' ')

/** One in a hundred is called Ruiz; one mentor in ten pauses; whom nobody finds quickly signed up first. */
function profileOf(person: Person, n: number): Profile {
  const lastName = n % 100 === 7 ? 'Ruiz' : `${LAST_NAMES[n % 10]}-${n % 97}`
  const name =
    n === 0 ? { firstName: 'Zebulonia', lastName: 'Quackenbush' } : { firstName: FIRST_NAMES[n % 12], lastName }
  const { id, email = `person${n}@example.org`, roundsWaited: _none, ...traits } = person
  const form = ProfileForm.parse({ ...traits, ...name, email, consent: true })
  const now = new Date(BEGAN + n * 60_000)
  const profile = confirmed(openProfile(form, { id, addressHash: `hash of ${id}`, now }), now)
  return profile.role === 'mentor' && n % 50 === 4 ? { ...profile, status: 'paused' } : profile
}

type List = (filter: DirectoryFilter, cursor?: string) => Promise<Page<Profile>>

/** Everybody's profile, 50 at a time and 20 times a request, and a look at each. */
const theWayBefore =
  (table: Table): List =>
  ({ role, status, q }, cursor) =>
    readPage(
      table,
      { ...partition('kind', 'profile'), ScanIndexForward: false },
      {
        cursor,
        load: async (items) =>
          (await table.getMany(keysOf(items), Profile)).filter((profile) => {
            const { firstName, lastName, email } = profile.contact
            const text = `${firstName} ${lastName} ${email}`.toLowerCase()
            return (
              (!role || profile.role === role) && (!status || profile.status === status) && (!q || text.includes(q))
            )
          }),
      },
    )

async function search(list: List, filter: DirectoryFilter) {
  const began = performance.now()
  let [requests, found] = [0, 0]
  let cursor: string | undefined
  do {
    const page = await list(filter, cursor)
    found += page.items.length
    cursor = page.nextCursor
    requests++
  } while (cursor && found < 50)
  return { millis: performance.now() - began, requests, found }
}

async function measured(times: number, list: List, filter: DirectoryFilter) {
  const { requests, found } = await search(list, filter)
  const millis: number[] = []
  for (let n = 0; n < times; n++) millis.push((await search(list, filter)).millis)
  millis.sort((a, b) => a - b)
  const at = (share: number) => millis[Math.min(millis.length - 1, Math.floor(share * millis.length))] ?? 0
  return { p50: at(0.5), p99: at(0.99), requests, found }
}

/** The same table, as far away as DynamoDB is. */
const awayFrom = (table: Table): Table => ({
  ...table,
  queryPage: async (query, start) => (await Promise.all([table.queryPage(query, start), pause(AWAY)]))[0],
  getMany: async (keys, schema) => (await Promise.all([table.getMany(keys, schema), pause(AWAY)]))[0],
})

for (const kind of DATABASES.filter((each) => each.available())) {
  const database = await startDatabase(undefined, kind)
  const stores = await storesIn(database)
  const store = profileStore(stores.table)
  let n = 0
  const items = []
  for (const person of peopleFor(PEOPLE, 1, 'balanced')) {
    const write = store.adding(profileOf(person, n++))
    if ('put' in write) items.push(write.put)
  }
  await stores.table.putAll(items)
  console.log(`\n${kind.name}, ${PEOPLE.toLocaleString('en-US')} people, ms`)
  console.log('                          p50       p99   requests  found       before: p50   requests    times as long')
  const table = awayFrom(stores.table)
  for (const [name, filter] of Object.entries(SEARCHES)) {
    const now = await measured(TIMES, profileStore(table).list, filter)
    const before = await measured(TIMES_BEFORE, theWayBefore(table), filter)
    if (Math.min(now.found, 50) !== Math.min(before.found, 50) && name !== 'a rare name')
      throw new Error(`${name}: ${now.found} of ${before.found}`)
    console.log(
      [
        name.padEnd(20),
        now.p50.toFixed(1).padStart(9),
        now.p99.toFixed(1).padStart(9),
        String(now.requests).padStart(9),
        String(now.found).padStart(7),
        before.p50.toFixed(1).padStart(16),
        String(before.requests).padStart(9),
        `${(before.p50 / now.p50).toFixed(1)}×`.padStart(14),
      ].join(' '),
    )
  }
  await stores.stop()
  await database.stop()
}
