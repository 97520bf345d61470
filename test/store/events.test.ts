import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DATABASES } from '../../local/database.ts'
import type { Event } from '../../shared/domain/event.ts'
import { announcing } from '../../shared/domain/event-steps.ts'
import { checkSeats } from '../../shared/events/check.ts'
import { Stale } from '../../shared/store/write.ts'
import { anEvent, inHours, seatsFor } from '../support/events.ts'
import { NOW } from '../support/profiles.ts'
import { aSeatRoom, type SeatRoom } from '../support/seat-room.ts'
import { emptyStores } from '../support/stores.ts'

const available = DATABASES.filter((each) => each.available())

describe.each(available)('events in $name', (kind) => {
  let stores: Awaited<ReturnType<typeof emptyStores>>
  beforeAll(async () => {
    stores = await emptyStores(kind)
  })
  afterAll(() => stores.stop())

  const roomFor = (event: Event) => aSeatRoom(stores.table, event)
  const isSound = async (room: SeatRoom, event: Event) => {
    expect(await room.wrong()).toEqual([])
    expect(await checkSeats(stores)(event.id)).toMatchObject({ wrong: [], settled: true })
  }
  const statuses = async (room: SeatRoom, people: number) =>
    Promise.all(Array.from({ length: people }, async (_, n) => (await room.person(n + 1))?.status))

  it('are found by their start, and by what they have to do', async () => {
    const { events } = stores
    const [first, second] = [1, 2].map((n) =>
      anEvent({ id: `by-start-${n}`, startsAt: inHours(n * 1000).toISOString() }),
    )
    if (!first || !second) throw new Error('There are two.')
    const told = announcing(second, 'changed', inHours(-10))
    for (const event of [told, first]) {
      await stores.table.transact([events.adding(event), events.addingSeats(seatsFor(event))])
    }
    const ids = ({ items }: { items: Event[] }) => items.map(({ id }) => id)
    expect(ids(await events.from(inHours(500).toISOString(), () => true))).toEqual([first.id, second.id])
    expect(ids(await events.from(inHours(1500).toISOString(), () => true))).toEqual([second.id])
    expect(ids(await events.list(({ id }) => id.startsWith('by-start')))).toEqual([second.id, first.id])
    const pages = []
    for await (const page of events.seatsFrom(inHours(1500).toISOString())) pages.push(...page)
    expect(pages).toEqual([expect.objectContaining({ eventId: second.id, capacity: 10 })])
    expect((await events.due(NOW, 10)).map(({ id }) => id)).toEqual([second.id])
    expect(await events.due(inHours(-11), 10)).toEqual([])
    await expect(stores.table.transact([events.adding(first)])).rejects.toThrow(Stale)
  })

  it('keep seats, line and offers together, whatever happens', async () => {
    const event = anEvent({ id: 'room', capacity: 2 })
    const room = await roomFor(event)
    for (const nth of [1, 2, 3, 4, 5]) await room.comes(nth, NOW)
    expect(await statuses(room, 5)).toEqual(['confirmed', 'confirmed', 'waitlisted', 'waitlisted', 'waitlisted'])
    const fifth = await room.person(5)
    expect(fifth && (await room.registrations.placeOf(fifth))).toBe(3)

    await room.givesUp(1, NOW)
    expect(await statuses(room, 3)).toEqual(['cancelled', 'confirmed', 'offered'])
    await isSound(room, event)
    const late = new Date((await room.person(3))?.dueAt ?? '')
    const lapsed = async (now: Date) => (await room.registrations.lapsed(now, 10)).map(({ number }) => number)
    expect(await lapsed(new Date(late.getTime() - 1))).toEqual([])
    expect(await lapsed(late)).toEqual([3])

    await expect(room.accepts(3, late)).rejects.toThrow('gone to the next in line')
    expect(await statuses(room, 4)).toEqual(['cancelled', 'confirmed', 'expired', 'offered'])
    expect(await lapsed(late)).toEqual([])
    await room.accepts(4, late)
    await isSound(room, event)

    // Who gave up stands behind those who stayed, with the same registration.
    const again = await room.comes(1, late)
    expect(again).toMatchObject({ position: 2, registration: { number: 1, status: 'waitlisted' } })
    expect((await room.registrations.heads(event.id, 5)).map(({ number }) => number)).toEqual([5, 1])
    await room.changes({ capacity: 30 }, late)
    expect(await statuses(room, 5)).toEqual(['offered', 'confirmed', 'expired', 'confirmed', 'offered'])
    await isSound(room, event)
  })

  it('have nobody under an id that is longer than a key can be', async () => {
    expect(await stores.registrations.around(`${'x'.repeat(3000)}.1-secret`)).toBeUndefined()
  })

  it('know the same click again', async () => {
    const event = anEvent({ id: 'clicks', capacity: 1 })
    const room = await roomFor(event)
    const [first, second] = [await room.comes(1, NOW, 'key'), await room.comes(1, NOW, 'key')]
    expect(second.registration.id).toBe(first.registration.id)
    await expect(room.comes(1, NOW, 'other key')).rejects.toThrow('registered already')
    await expect(room.comes(1, NOW, 'other key')).rejects.toThrow('registered already')
    const mails = await room.mails.to(first.registration.id)
    expect(mails.map(({ kind: about }) => about).toSorted()).toEqual(['registered-already', 'seat-confirmed'])
    await room.comes(2, NOW, 'key')
    expect(await room.comes(2, NOW, 'key')).toMatchObject({ position: 1, registration: { number: 2 } })
    await isSound(room, event)
  })

  it('serve a long line in as many goes as it takes', async () => {
    const event = anEvent({ id: 'long-line', capacity: 1 })
    const room = await roomFor(event)
    for (let nth = 1; nth <= 50; nth++) await room.comes(nth, NOW)
    await room.changes({ capacity: undefined }, NOW)
    expect((await room.room()).seats).toMatchObject({ held: 49, waiting: 0 })
    await isSound(room, event)
  })

  it('forget who somebody is, and pass on what they had', async () => {
    const event = anEvent({ id: 'forgets', capacity: 1, waitlist: { policy: 'auto' } })
    const room = await roomFor(event)
    const [{ registration }] = [await room.comes(1, NOW), await room.comes(2, NOW)]
    const here = async () =>
      (await room.registrations.ofAddress('hash-1')).filter(({ eventId }) => eventId === event.id)
    expect(await here()).toMatchObject([{ id: registration.id }])
    await room.seats.forget(registration.id, NOW)
    expect(await room.registrations.get(registration.id)).toMatchObject({
      status: 'cancelled',
      answers: {},
      linkVersion: 2,
    })
    expect(JSON.stringify(await room.registrations.get(registration.id))).not.toMatch(/Rivera|example\.org|hash-1/)
    expect(await here()).toEqual([])
    expect(await statuses(room, 2)).toEqual([undefined, 'confirmed'])
    await isSound(room, event)
    expect((await room.comes(1, NOW)).registration.number).toBe(3)
    await isSound(room, event)
  })

  it('that were miscounted are found', async () => {
    const event = anEvent({ id: 'miscounted', capacity: 5 })
    const room = await roomFor(event)
    await room.comes(1, NOW)
    const { seats } = await room.room()
    await stores.table.transact([room.events.changingSeats({ ...seats, seatsLeft: 5, confirmed: 0 })])
    const { wrong } = await checkSeats(stores)(event.id)
    expect(wrong).toEqual(['confirmed is 0, but 1 registrations are'])
  })
})
