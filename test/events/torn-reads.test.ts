import { expect, it } from 'vitest'
import { walkIn } from '../../shared/events/walk-in.ts'
import { auditStore } from '../../shared/store/audit.ts'
import type { Table } from '../../shared/store/client.ts'
import { untilFresh } from '../../shared/store/write.ts'
import { anEvent, aRegistrationForm, inHours } from '../support/events.ts'
import { memoryTable } from '../support/memory-table.ts'
import { NOW } from '../support/profiles.ts'
import { aSeatRoom } from '../support/seat-room.ts'

process.env.TABLE_NAME ??= 'not used here'
const { cancelEvent } = await import('../../functions/cancel-event.ts')

/** A batch is no moment in time: of these, the event is read before it is cancelled, and its seats are read after it. */
async function aTornRoom({ people }: { people: number }) {
  const table = memoryTable()
  const room = await aSeatRoom(table, anEvent({ capacity: 2, waitlist: { policy: 'auto' } }))
  for (let nth = 1; nth <= people; nth++) await room.comes(nth, NOW)
  const audit = auditStore(table)
  const cancel = cancelEvent({ table, events: room.events, seating: room.seats, audit, untilFresh })
  let reads = 0
  const torn: Table = {
    ...table,
    async getMany(keys, schema) {
      const [event = [], ...others] = keys.map((key) => [key])
      const before = await table.getMany(event, schema)
      if (reads++ === 0) await cancel({ path: { eventId: 'event' }, who: 'ana' }, NOW)
      return [...before, ...(await table.getMany(others.flat(), schema))]
    },
  }
  return { ...room, torn, tornSeats: room.on(torn).seats }
}
const cancelled = { status: 409, message: 'This event is cancelled.' }

it('who registers while an event is cancelled gets no seat in it', async () => {
  const { tornSeats, all, wrong } = await aTornRoom({ people: 0 })
  const made = { addressHash: 'hash', key: 'click' }
  await expect(tornSeats.register('event', aRegistrationForm(), made, NOW)).rejects.toMatchObject(cancelled)
  expect(await all()).toEqual([])
  expect(await wrong()).toEqual([])
})

it('who walks in while an event is cancelled gets no seat in it', async () => {
  const { torn, on, events, all } = await aTornRoom({ people: 0 })
  const { answers: _none, ...person } = aRegistrationForm()
  const walksIn = walkIn({
    table: torn,
    events,
    registrations: on(torn).registrations,
    newSecret: () => 's',
    untilFresh,
  })
  await expect(walksIn('event', person, { addressHash: 'hash', key: 'tap' }, inHours(14 * 24))).rejects.toMatchObject(
    cancelled,
  )
  expect(await all()).toEqual([])
})

it('who gives back a seat while an event is cancelled hands it to nobody', async () => {
  const { tornSeats, idOf, all } = await aTornRoom({ people: 3 })
  await expect(tornSeats.giveUp(await idOf(1), 'attendee', NOW)).rejects.toMatchObject(cancelled)
  expect((await all()).map(({ status }) => status)).toEqual(['confirmed', 'confirmed', 'waitlisted'])
})
