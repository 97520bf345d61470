import { describe, expect, it } from 'vitest'
import type { EventPatch } from '../../shared/domain/event-edit.ts'
import { editEvent } from '../../shared/events/edit.ts'
import { auditStore } from '../../shared/store/audit.ts'
import { untilFresh } from '../../shared/store/write.ts'
import { anEvent, inHours } from '../support/events.ts'
import { memoryTable } from '../support/memory-table.ts'
import { NOW } from '../support/profiles.ts'
import { aSeatRoom } from '../support/seat-room.ts'

/** An event in which so many people wait for a seat, and an organizer. */
async function aFullRoom(waiting: number) {
  const table = memoryTable()
  const event = anEvent({ capacity: 1, waitlist: { policy: 'auto' } })
  const room = await aSeatRoom(table, event)
  for (let nth = 0; nth <= waiting; nth++) await room.comes(nth, NOW)
  const audit = auditStore(table)
  const on = (theTable: typeof table) =>
    editEvent({
      table: theTable,
      events: room.events,
      seating: room.seats,
      audit,
      untilFresh,
    })
  const edits = (patch: EventPatch, theTable = table) => on(theTable)(event.id, patch, 'ana', inHours(1))
  return { ...room, table, edits, audit }
}

describe('an organizer’s edit', () => {
  it('gives sixty new seats to the line in order, though one transaction cannot', async () => {
    const { edits, all, wrong } = await aFullRoom(70)
    expect((await edits({ capacity: 61 })).seats).toMatchObject({ confirmed: 61, waiting: 10, seatsLeft: 0 })
    const people = await all()
    expect(people.filter(({ status }) => status === 'waitlisted').map(({ number }) => number)).toEqual([
      62, 63, 64, 65, 66, 67, 68, 69, 70, 71,
    ])
    expect((await edits({ capacity: null })).seats).toMatchObject({ confirmed: 71, waiting: 0 })
    expect(await wrong()).toEqual([])
  })

  it('that comes while somebody registers loses neither', async () => {
    const room = await aFullRoom(0)
    let others = 3
    const busy = {
      ...room.table,
      async transact(writes: Parameters<typeof room.table.transact>[0]) {
        if (others-- > 0) await room.comes(100 + others, NOW)
        await room.table.transact(writes)
      },
    }
    expect((await room.edits({ capacity: 3 }, busy)).seats).toMatchObject({ confirmed: 3, waiting: 1 })
    expect(await room.wrong()).toEqual([])
  })

  it('that brings an event forward leaves no offer that outlives it', async () => {
    const room = await aSeatRoom(memoryTable(), anEvent({ capacity: 1 }))
    for (const nth of [1, 2]) await room.comes(nth, NOW)
    await room.givesUp(1, NOW)
    await room.changes({ startsAt: inHours(1).toISOString(), endsAt: inHours(2).toISOString() }, NOW)
    await expect(room.accepts(2, inHours(3))).rejects.toMatchObject({ status: 409, message: 'This event is over.' })
    expect(await room.person(2)).toMatchObject({ status: 'offered' })
  })

  it('of words alone does not get in the way of people who register', async () => {
    const { edits, room } = await aFullRoom(2)
    const before = (await room()).seats.version
    await edits({ title: 'Tea', description: 'Bring a mug.' })
    expect((await room()).seats.version).toBe(before)
  })

  it('tells of another time, and not of other words', async () => {
    const { edits } = await aFullRoom(2)
    expect((await edits({ description: 'Bring a mug.' })).event).not.toHaveProperty('announcements')
    const { event } = await edits({ startsAt: inHours(400).toISOString(), endsAt: inHours(402).toISOString() })
    expect(event.announcements).toMatchObject([{ kind: 'changed', told: 0 }])
  })

  it('that changes nothing writes nothing', async () => {
    const { edits, room, audit } = await aFullRoom(2)
    const before = await room()
    await edits({ title: before.event.title, capacity: 1, version: 1 })
    expect(await room()).toEqual(before)
    expect((await audit.ofDay(NOW.toISOString().slice(0, 10))).items).toEqual([])
  })

  it('is written down with what it changed, not with what was written', async () => {
    const { edits, audit } = await aFullRoom(1)
    await edits({ title: 'Secret title', capacity: 5 })
    const { items } = await audit.ofDay(inHours(1).toISOString().slice(0, 10))
    expect(items).toEqual([
      {
        at: inHours(1).toISOString(),
        who: 'ana',
        what: 'event-edited',
        subject: 'event',
        details: { fields: ['title', 'capacity'] },
      },
    ])
  })
})
