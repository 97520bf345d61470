import { describe, expect, it } from 'vitest'
import type { Profile } from '../../shared/domain/profile.ts'
import { confirmed } from '../../shared/domain/profile-changes.ts'
import { importPeople } from '../../shared/imports/import-people.ts'
import { addressStore, hashOf } from '../../shared/store/addresses.ts'
import { auditStore } from '../../shared/store/audit.ts'
import { mailStore } from '../../shared/store/mails.ts'
import { profileStore } from '../../shared/store/profiles.ts'
import { suppressionStore } from '../../shared/store/suppressions.ts'
import { memoryTable } from '../support/memory-table.ts'
import { MESSY } from './messy.ts'

const NOW = new Date('2026-03-02T15:00:00.000Z')
const LATER = new Date('2026-03-12T15:00:00.000Z')
const [HEADINGS, ANA, ZOE] = [
  'email,first name,last name,role,state,setting,departments,topics,years,shift,availability,meeting,capacity,employer',
  'ana@example.org,Ana,Silva,mentor,NY,hospital,Blood bank,Negotiation,9,day,Sat,video,3,General',
  'zoe@example.org,Zoë,Åström,mentee,OH,hospital,Hematology,Time management,1,day,Mon evening,video,,',
]
const file = (...rows: (string | undefined)[]) => [HEADINGS, ...rows].join('\n')

let ids = 0

type Query = Parameters<ReturnType<typeof importPeople>>[0]['query']

type Room = {
  table?: ReturnType<typeof memoryTable>
  breaksAfter?: number
  secondsAStep?: number
  /** Happens before each transaction of the import. */
  meanwhile?: () => Promise<void>
}

function aRoom({
  table = memoryTable(),
  breaksAfter = Number.POSITIVE_INFINITY,
  secondsAStep = 0,
  meanwhile = async () => {},
}: Room = {}) {
  let [writes, time] = [0, NOW.getTime()]
  const breaking = {
    ...table,
    transact: async (some: Parameters<typeof table.transact>[0]) => {
      if (writes++ >= breaksAfter) throw new Error('The function was killed.')
      await meanwhile()
      await table.transact(some)
    },
  }
  const stores = {
    addresses: addressStore(table),
    profiles: profileStore(table),
    mails: mailStore(table),
    suppressions: suppressionStore(table),
    audit: auditStore(table),
  }
  const take = importPeople({
    ...stores,
    table: breaking,
    newId: () => `id-${ids++}`,
    clock: () => {
      time += secondsAStep * 1000
      return time
    },
    pause: async () => {},
  })
  const profileOf = async (email: string, role: Profile['role']) => {
    const address = await stores.addresses.get(hashOf(email))
    return stores.profiles.get(address[role] ?? '')
  }
  return {
    ...{ table, ...stores, profileOf },
    mails: () => table.items().filter(({ sk }) => sk === 'mail'),
    entries: () => table.items().filter(({ pk }) => pk.startsWith('AUDIT')),
    imports: async (text: string, query: Query = {}, now = NOW) =>
      (await take({ query: { consent: '1', ...query }, who: 'olga', bytes: () => Buffer.from(text) }, now)).body,
    changes: async (profile: Profile) => table.transact([stores.profiles.changing(profile)]),
  }
}
const known = <T>(found: T | undefined): T => {
  if (found === undefined) throw new Error('It should be there.')
  return found
}

describe('an import', () => {
  it('takes the good people of a messy file in, as pending and without a mail', async () => {
    const room = aRoom()
    const answer = await room.imports(MESSY, { consent: '0' })
    expect(answer).toMatchObject({ created: 2, updated: 0, unchanged: 0, invited: 0, rows: 8 })
    expect(answer.refused.map(({ row }) => row)).toEqual([7, 8, 9, 10, 11, 13])
    expect(answer).not.toHaveProperty('nextRow')
    expect(await room.profileOf('ANA@example.org', 'mentor')).toMatchObject({ status: 'pending', capacity: 3 })
    expect(room.mails()).toEqual([])
  })

  it('changes nothing when it is done again', async () => {
    const room = aRoom()
    await room.imports(MESSY, { consent: '0', invite: '1' })
    const before = room.table.items().filter(({ pk }) => !pk.startsWith('AUDIT'))
    const again = await room.imports(MESSY, { consent: '0', invite: '1' }, LATER)
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 2, invited: 0, changes: [] })
    expect(room.table.items().filter(({ pk }) => !pk.startsWith('AUDIT'))).toEqual(before)
  })

  it('writes nothing on a dry run, and says what would be', async () => {
    const room = aRoom()
    expect(await room.imports(file(ANA, ZOE), { dryRun: '1', invite: '1' })).toMatchObject({ created: 2, invited: 2 })
    expect(room.table.items()).toEqual([])
  })

  it('goes on where it was killed: whoever is there is whole, and nobody is there twice', async () => {
    const table = memoryTable()
    const rows = Array.from({ length: 100 }, (_, n) => ZOE?.replace('zoe@', `zoe${n}@`))
    await expect(aRoom({ table, breaksAfter: 3 }).imports(file(...rows), { invite: '1' })).rejects.toThrow('killed')
    const room = aRoom({ table })
    const kinds = () =>
      ['profile', 'address', 'mail'].map((kind) => table.items().filter(({ sk }) => sk === kind).length)
    const [there = 0] = kinds()
    expect(kinds()).toEqual([there, there, there])
    expect(there).toBeGreaterThan(0)
    expect(await room.imports(file(...rows), { invite: '1' })).toMatchObject({ created: 100 - there, unchanged: there })
    expect(kinds()).toEqual([100, 100, 100])
  })

  it('holds nobody up for somebody who is changed at the same moment', async () => {
    const table = memoryTable()
    const room = aRoom({ table })
    await room.imports(file(ANA))
    let changes = 0
    const meanwhile = async () => {
      const ana = known(await room.profileOf('ana@example.org', 'mentor'))
      // The first two transactions are the entry in the audit trail and the one that holds both rows.
      if (++changes === 2) await room.changes(confirmed(ana, NOW))
    }
    const answer = await aRoom({ table, meanwhile }).imports(file(ANA?.replace('General', 'Mercy'), ZOE))
    expect(answer).toMatchObject({ created: 1, updated: 1, refused: [] })
    const ana = await room.profileOf('ana@example.org', 'mentor')
    expect(ana).toMatchObject({ status: 'active', traits: { employer: 'Mercy' } })
  })

  it('stores both roles of one address', async () => {
    const room = aRoom()
    expect(await room.imports(file(ANA, ANA?.replace('mentor', 'mentee')))).toMatchObject({ created: 2, refused: [] })
    expect(await room.profileOf('ana@example.org', 'mentor')).toBeDefined()
    expect(await room.profileOf('ana@example.org', 'mentee')).toBeDefined()
  })

  it('leaves a trace without persons: who, when, how many', async () => {
    const room = aRoom()
    await room.imports(file(ANA, ZOE))
    const [begun, done] = room.entries()
    expect(begun).toMatchObject({ who: 'olga', what: 'import', details: { state: 'begun', rows: 2, invite: false } })
    expect(done).toMatchObject({ who: 'olga', details: { state: 'done', created: 2, refused: 0 } })
    expect(JSON.stringify(room.entries())).not.toMatch(/ana|zoe/i)
  })

  it('stops while there is time, and says where to go on', async () => {
    const rows = Array.from({ length: 500 }, (_, n) => ZOE?.replace('zoe@', `zoe${n}@`))
    const room = aRoom({ secondsAStep: 9 })
    const first = await room.imports(file(...rows))
    expect(first).toMatchObject({ created: 200, nextRow: 202, rows: 500 })
    const second = await aRoom({ table: room.table }).imports(file(...rows), { from: first.nextRow, most: 250 })
    expect(second).toMatchObject({ created: 250, unchanged: 0, nextRow: 452 })
  })
})

describe('somebody we know', () => {
  const changed = ANA?.replace('Negotiation', 'Leadership skills and styles').replace('ana@', 'Ana+lab@')

  it('is changed as the row says, and keeps the address that was confirmed', async () => {
    const room = aRoom()
    await room.imports(file(ANA))
    const pending = known(await room.profileOf('ana@example.org', 'mentor'))
    await room.changes(confirmed(pending, NOW))
    const answer = await room.imports(file(changed), { invite: '1' }, LATER)
    expect(answer).toMatchObject({ updated: 1, invited: 0, changes: [{ row: 2, fields: ['topics'] }] })
    const after = await room.profileOf('ana@example.org', 'mentor')
    expect(after).toMatchObject({ status: 'active', contact: { email: 'ana@example.org' } })
    expect(after?.traits.topics).toEqual(['leadership'])
    expect(after).not.toHaveProperty('formAt')
  })

  it('keeps what an empty cell says nothing about', async () => {
    const room = aRoom()
    await room.imports(file(ANA))
    expect(await room.imports(file(ANA?.replace('General', '')))).toMatchObject({ unchanged: 1 })
    expect((await room.profileOf('ana@example.org', 'mentor'))?.traits.employer).toBe('General')
  })

  it('has thirty days anew to confirm, when the form of somebody pending changes', async () => {
    const room = aRoom()
    await room.imports(file(ANA))
    await room.imports(file(changed), {}, LATER)
    expect(await room.profileOf('ana@example.org', 'mentor')).toMatchObject({ formAt: LATER.toISOString() })
  })

  it('is not touched while leaving, and cannot offer fewer seats than are taken', async () => {
    const room = aRoom()
    await room.imports(file(ANA))
    const mentor = known(await room.profileOf('ana@example.org', 'mentor'))
    if (mentor.role !== 'mentor') throw new Error('Ana is a mentor.')
    await room.changes({ ...mentor, status: 'active', matchIds: ['a', 'b'] })
    const fewer = await room.imports(file(ANA?.replace(',3,', ',1,')))
    expect(fewer.refused).toMatchObject([{ row: 2, errors: [{ path: 'capacity' }] }])
    await room.changes({ ...mentor, version: mentor.version + 1, status: 'leaving', dueAt: LATER.toISOString() })
    expect((await room.imports(file(changed))).refused).toMatchObject([{ row: 2, errors: [{ path: 'email' }] }])
  })
})

describe('an invitation', () => {
  it('goes to those who came in without one, once', async () => {
    const room = aRoom()
    await room.imports(file(ANA, ZOE))
    expect(await room.imports(file(ANA, ZOE), { invite: '1' }, LATER)).toMatchObject({ unchanged: 2, invited: 2 })
    expect(await room.imports(file(ANA, ZOE), { invite: '1' }, LATER)).toMatchObject({ unchanged: 2, invited: 0 })
    expect(room.mails()).toMatchObject([{ kind: 'confirm' }, { kind: 'confirm' }])
    expect(await room.profileOf('zoe@example.org', 'mentee')).toMatchObject({ formAt: LATER.toISOString() })
  })

  it('does not go to an address that takes no mail', async () => {
    const room = aRoom()
    const hash = hashOf('ana@example.org')
    await room.table.transact([room.suppressions.adding({ hash, kind: 'bounce', at: NOW.toISOString() })])
    expect(await room.imports(file(ANA, ZOE), { invite: '1' })).toMatchObject({ created: 2, invited: 1 })
  })
})

it('a map that is no map is refused', async () => {
  const room = aRoom()
  await expect(room.imports(file(ANA), { map: '{' })).rejects.toMatchObject({ errors: [{ path: 'map' }] })
  await expect(room.imports(file(ANA), { map: '{"shoe":"A"}' })).rejects.toMatchObject({ status: 400 })
})
