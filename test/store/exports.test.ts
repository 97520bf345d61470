import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DATABASES } from '../../local/database.ts'
import { newSeats } from '../../shared/domain/seats.ts'
import { attendeeList } from '../../shared/events/exports/attendee-list.ts'
import { Wanted } from '../../shared/events/exports/wanted.ts'
import { auditStore } from '../../shared/store/audit.ts'
import { Stale } from '../../shared/store/write.ts'
import { anEvent, aRegistration, seatsFor } from '../support/events.ts'
import { NOW } from '../support/profiles.ts'
import { emptyStores } from '../support/stores.ts'

const available = DATABASES.filter((each) => each.available())

describe.each(available)('an attendee list from $name', (kind) => {
  let stores: Awaited<ReturnType<typeof emptyStores>>
  beforeAll(async () => {
    stores = await emptyStores(kind)
  })
  afterAll(() => stores.stop())

  const nth = (eventId: string, number: number, waitNumber?: number) =>
    aRegistration({
      id: `${eventId}.${number}-secret`,
      eventId,
      number,
      addressHash: `hash${number}`,
      person: { firstName: 'Sam', lastName: 'Lee', email: 's@example.org', consentContact: number % 3 === 0 },
      ...(waitNumber && { status: 'waitlisted' as const, waitNumber }),
    })

  /** Forty people, every second one in line, in an order of its own. */
  async function filled(id: string): Promise<void> {
    const { table, events, registrations } = stores
    const event = anEvent({ id })
    await table.transact([events.adding(event), events.addingSeats({ ...newSeats(id, undefined), registered: 40 })])
    for (let number = 1; number <= 40; number++) {
      const writes = registrations.restoring(nth(id, number, number % 2 ? undefined : 100 - number))
      for (const write of writes) await table.write(write)
    }
  }

  async function rowsOf(id: string, query: Record<string, string>) {
    const { table, events, registrations } = stores
    const list = attendeeList({ table, events, registrations, audit: auditStore(table) })
    const { headers, body } = await list({ eventId: id, format: 'csv', wanted: Wanted.parse(query), who: 'ana' }, NOW)
    let text = ''
    for await (const piece of body) text += Buffer.from(piece).toString('utf8')
    return { total: Number(headers['x-total-rows']), rows: text.split('\r\n').slice(1, -1) }
  }

  it('has as many rows as were announced, whatever is asked for', async () => {
    await filled('course')
    for (const [query, total] of [
      [{}, 40],
      [{ status: 'confirmed' }, 20],
      [{ status: 'waitlisted,offered' }, 20],
      [{ status: 'cancelled' }, 0],
      [{ profile: 'contact' }, 13],
      [{ profile: 'contact', status: 'waitlisted' }, 6],
    ] as [Record<string, string>, number][]) {
      const { rows, ...announced } = await rowsOf('course', query)
      expect({ ...announced, rows: rows.length, query }).toEqual({ total, rows: total, query })
    }
  })

  it('tells the places in line', async () => {
    await filled('line')
    const { rows } = await rowsOf('line', { status: 'waitlisted' })
    const places = rows.map((row) => row.split(',')[8])
    expect(places).toEqual(Array.from({ length: 20 }, (_, n) => String(20 - n)))
  })

  it('does not have who registers meanwhile', async () => {
    await filled('meanwhile')
    await stores.table.transact([stores.registrations.adding(nth('meanwhile', 41))])
    expect((await rowsOf('meanwhile', {})).rows).toHaveLength(40)
  })

  it('breaks off when it loses a row', async () => {
    const { table, events } = stores
    const event = anEvent({ id: 'lost' })
    await table.transact([events.adding(event), events.addingSeats({ ...seatsFor(event), registered: 1 })])
    await expect(rowsOf('lost', {})).rejects.toThrow('Announced 1 rows, read 0.')
  })

  it('is in the audit trail', async () => {
    const { items } = await auditStore(stores.table).ofDay(NOW.toISOString().slice(0, 10))
    expect(items).toContainEqual(
      expect.objectContaining({
        who: 'ana',
        what: 'export',
        subject: 'course',
        details: expect.objectContaining({ profile: 'contact', status: ['waitlisted'], rows: 6, format: 'csv' }),
      }),
    )
  })

  it('that comes back can come twice, but takes nobody’s place', async () => {
    const { table, registrations } = stores
    const restore = async (number: number, changes = {}) => {
      for (const write of registrations.restoring({ ...nth('back', number, 7), ...changes })) await table.write(write)
    }
    await restore(1)
    await restore(1)
    expect(await registrations.get('back.1-secret')).toEqual(nth('back', 1, 7))
    await expect(restore(1, { id: 'back.1-another' })).rejects.toThrow(Stale)
    await expect(restore(2, { addressHash: 'hash1' })).rejects.toThrow(Stale)
    await expect(restore(3)).rejects.toThrow(Stale)
  })
})
