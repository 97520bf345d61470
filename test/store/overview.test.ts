import { afterEach, beforeEach, expect, it } from 'vitest'
import { DATABASES } from '../../local/database.ts'
import { type Match, over } from '../../shared/domain/match.ts'
import { introduced } from '../../shared/domain/pairing.ts'
import type { Profile } from '../../shared/domain/profile.ts'
import { chunks } from '../../shared/parallel.ts'
import { overviewStore } from '../../shared/store/overview.ts'
import { suppressionStore } from '../../shared/store/suppressions.ts'
import { overviewKey } from '../../shared/store/table.ts'
import { aMatch, aMenteeProfile, aMentorProfile, NOW } from '../support/profiles.ts'
import { emptyStores } from '../support/stores.ts'

/** The counts of everybody, in the table. */

const [kind] = DATABASES.filter((each) => each.available())
if (!kind) throw new Error('No database fits this computer.')

let stores: Awaited<ReturnType<typeof emptyStores>>
beforeEach(async () => {
  stores = await emptyStores(kind)
})
afterEach(() => stores.stop())

const join = async (...profiles: Profile[]) => {
  for (const some of chunks(profiles, 100)) await stores.table.transact(some.map(stores.profiles.adding))
}
const mentees = (count: number, from = 0) =>
  Array.from({ length: count }, (_, nth) => aMenteeProfile({ id: `mentee-${from + nth}`, addressHash: `hash-${nth}` }))
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000)

it('counts everybody, however many pages they fill', async () => {
  await join(...mentees(810), aMentorProfile({ capacity: 5 }))
  const counts = await overviewStore(stores.table).current(NOW)
  expect(counts).toMatchObject({ asOf: NOW.toISOString(), waiting: 810, seats: { free: 5, taken: 0 } })
})

it('knows whose address gets no mail, and which open matches need a hand', async () => {
  await join(...mentees(3))
  const stopped = { hash: 'hash-1', kind: 'bounce', at: NOW.toISOString() } as const
  const answers = [{ by: 'mentee', answer: 'problem', at: NOW.toISOString() }] as const
  const open = (id: string, more: Partial<Match> = {}) => ({ ...introduced(aMatch({ id }), NOW), ...more })
  await stores.table.transact([suppressionStore(stores.table).adding(stopped)])
  await stores.matches.putDraft(
    [
      open('round.fine'),
      open('round.problem', { answers: [...answers] }),
      open('round.silent', { nextStep: 'close' }),
      { ...over(open('round.over', { answers: [...answers] })), status: 'ended' },
    ],
    [],
  )
  expect(await overviewStore(stores.table).current(NOW)).toMatchObject({
    suppressed: { count: 1, ids: ['mentee-1'] },
    problems: { count: 1, ids: ['round.problem'] },
    silent: { count: 1, ids: ['round.silent'] },
  })
})

it('answers what it counted as long as that is good, and then counts anew', async () => {
  const overview = overviewStore(stores.table)
  await join(...mentees(40))
  await overview.current(NOW)
  await join(aMentorProfile())
  expect(await overview.current(later(2))).toMatchObject({ asOf: NOW.toISOString(), people: { mentor: { active: 0 } } })
  expect(await overview.current(later(3))).toMatchObject({ people: { mentor: { active: 1 } } })
})

it('counts too many people only when it is time, and answers what was counted then', async () => {
  const overview = overviewStore(stores.table, 50)
  await join(...mentees(60))
  expect(await overview.current(NOW)).toBeUndefined()
  await overview.refresh(NOW)
  await join(...mentees(40, 60))
  expect(await overview.current(later(999))).toMatchObject({ asOf: NOW.toISOString(), waiting: 60 })
  await overview.refresh(later(3))
  expect(await overview.current(later(999))).toMatchObject({ asOf: NOW.toISOString(), waiting: 60 })
  await overview.refresh(later(999))
  expect(await overview.current(later(999))).toMatchObject({ asOf: later(999).toISOString(), waiting: 100 })
})

it('answers the last count of a programme that has just become too large', async () => {
  const overview = overviewStore(stores.table, 50)
  await join(...mentees(40))
  await overview.current(NOW)
  await join(...mentees(40, 40))
  expect(await overview.current(later(999))).toMatchObject({ asOf: NOW.toISOString(), waiting: 40 })
})

it('counts anew where another release has stored other counts', async () => {
  await stores.table.putAll([{ ...overviewKey, asOf: later(-1).toISOString(), people: 4000 }])
  await join(...mentees(1))
  const overview = overviewStore(stores.table)
  expect(await overview.current(NOW)).toMatchObject({ asOf: NOW.toISOString(), waiting: 1 })
})
