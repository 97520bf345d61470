import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Event } from '../../shared/domain/event.ts'
import { announcing, scheduled } from '../../shared/domain/event-steps.ts'
import { announce } from '../../shared/events/announce.ts'
import { tendEvents } from '../../shared/events/tend.ts'
import type { Write } from '../../shared/store/write.ts'
import { anEvent, inHours } from '../support/events.ts'
import { memoryTable } from '../support/memory-table.ts'
import { NOW } from '../support/profiles.ts'
import { aSeatRoom } from '../support/seat-room.ts'

/** What events do by the clock. */

afterEach(() => vi.restoreAllMocks())

async function aRoom(changes: Partial<Event> = {}) {
  const table = memoryTable()
  const room = await aSeatRoom(table, anEvent({ capacity: 2, ...changes }))
  const passes = (now: Date, theTable: Pick<typeof table, 'write'> = table) =>
    tendEvents({ ...room, announce: announce({ ...room, table: theTable }) })(() => true, now)
  const mailsAbout = (kind: string) =>
    table
      .items()
      .filter((item) => item.sk === 'mail' && item.kind === kind)
      .map(({ facts }) => facts as { registrationId: string; lead?: string })
  const numbersTold = (kind: string) =>
    mailsAbout(kind)
      .map(({ registrationId }) => Number(/\.(\d+)-/.exec(registrationId)?.[1]))
      .toSorted((a, b) => a - b)
  return { ...room, table, passes, mailsAbout, numbersTold }
}
const edited = async (room: Awaited<ReturnType<typeof aRoom>>, change: (event: Event) => Event) =>
  room.table.transact([room.events.changing(change((await room.room()).event))])

describe('each minute', () => {
  it('an offer that is over goes to the next, and nothing else happens', async () => {
    const room = await aRoom()
    for (const nth of [1, 2, 3, 4]) await room.comes(nth, NOW)
    await room.givesUp(1, NOW)
    await room.passes(inHours(23))
    expect(await room.person(3)).toMatchObject({ status: 'offered' })
    await room.passes(inHours(30))
    expect([await room.person(3), await room.person(4)]).toMatchObject([{ status: 'expired' }, { status: 'offered' }])
    expect(room.numbersTold('offer-expired')).toEqual([3])
    expect(await room.wrong()).toEqual([])
  })

  it('a line that stands before free seats is served', async () => {
    const room = await aRoom({ waitlist: { policy: 'auto' } })
    for (const nth of [1, 2, 3, 4]) await room.comes(nth, NOW)
    const { seats } = await room.room()
    await room.table.transact([room.events.changingSeats({ ...seats, capacity: 3, seatsLeft: 1 })])
    expect(await room.wrong()).toEqual(['somebody waits for a free seat'])
    await room.passes(NOW)
    expect(await room.wrong()).toEqual([])
    expect(await room.person(3)).toMatchObject({ status: 'confirmed' })
  })

  it('nobody waits for the minute to pass when somebody comes before', async () => {
    const room = await aRoom({ capacity: 1, waitlist: { policy: 'auto' } })
    for (let nth = 1; nth <= 45; nth++) await room.comes(nth, NOW)
    const { event, seats } = await room.room()
    await room.table.transact(
      await room.seats.settling({ event, seats: { ...seats, capacity: 50, seatsLeft: 49 } }, NOW),
    )
    expect(await room.wrong()).toEqual(['somebody waits for a free seat'])
    await room.comes(46, NOW)
    expect(await room.wrong()).toEqual([])
    expect(await room.person(46)).toMatchObject({ status: 'confirmed' })
  })

  it('offers of a cancelled event are over without a word, and statuses stay', async () => {
    const room = await aRoom()
    for (const nth of [1, 2, 3]) await room.comes(nth, NOW)
    await room.givesUp(1, NOW)
    await edited(room, (event) => announcing({ ...event, status: 'cancelled' }, 'cancelled', NOW))
    await room.passes(inHours(30))
    expect(await room.person(3)).toMatchObject({ status: 'offered' })
    expect(room.numbersTold('offer-expired')).toEqual([])
    expect(room.numbersTold('event-cancelled')).toEqual([2, 3])
    expect(await room.registrations.lapsed(inHours(30), 10)).toEqual([])
    expect(await room.wrong()).toEqual([])
  })

  it('one failure stops nothing else', async () => {
    const room = await aRoom()
    for (const nth of [1, 2, 3]) await room.comes(nth, NOW)
    await room.givesUp(1, NOW)
    await edited(room, (event) => announcing(event, 'changed', NOW))
    const log = vi.spyOn(console, 'error').mockImplementation(() => {})
    const fails = async () => Promise.reject(new Error('sam1@example.org'))
    const tend = tendEvents({ ...room, seats: { ...room.seats, expire: fails }, announce: announce(room) })
    await expect(tend(() => true, inHours(30))).rejects.toThrow()
    expect(room.numbersTold('event-changed')).toEqual([2, 3])
    expect(log.mock.calls.join()).toMatch(/could not be ended/)
    expect(log.mock.calls.join()).not.toMatch(/example\.org/)
  })
})

describe('reminders', () => {
  const startsAt = inHours(8 * 24)

  it('come in their hours to those who had a seat by then, once each', async () => {
    const room = await aRoom({
      capacity: 3,
      startsAt: startsAt.toISOString(),
      endsAt: inHours(2, startsAt).toISOString(),
    })
    await room.comes(1, NOW)
    await room.comes(2, NOW)
    await room.passes(inHours(23))
    expect(room.mailsAbout('event-reminder')).toEqual([])
    await room.passes(inHours(24))
    await room.passes(inHours(24.02))
    expect(room.numbersTold('event-reminder')).toEqual([1, 2])
    await room.givesUp(1, inHours(25))
    await room.comes(3, inHours(7 * 24 + 1))
    await room.passes(inHours(7 * 24 + 1))
    expect(room.mailsAbout('event-reminder').map(({ lead }) => lead)).toEqual(['7d', '7d', '24h'])
    await room.passes(inHours(8 * 24 - 1))
    expect(room.numbersTold('event-reminder')).toEqual([1, 2, 2, 2, 3])
    expect(await room.wrong()).toEqual([])
  })

  it('of another time come again', async () => {
    const room = await aRoom({ startsAt: inHours(24.5).toISOString(), endsAt: inHours(26).toISOString() })
    await room.comes(1, NOW)
    await room.passes(inHours(0.5))
    await edited(room, (event) => {
      const later = { startsAt: inHours(48).toISOString(), endsAt: inHours(50).toISOString(), sequence: 1 }
      return announcing({ ...event, ...later }, 'changed', inHours(1))
    })
    await room.passes(inHours(1))
    await room.passes(inHours(24))
    expect(room.numbersTold('event-changed')).toEqual([1])
    expect(room.mailsAbout('event-reminder').map(({ lead }) => lead)).toEqual(['24h', '24h'])
  })
})

describe('when it is over', () => {
  it('who came is thanked, and after 400 days nobody has a name', async () => {
    const room = await aRoom({ capacity: 3 })
    for (const nth of [1, 2, 3]) await room.comes(nth, NOW)
    const came = await room.person(1)
    if (!came) throw new Error('The first one has come.')
    const { endsAt } = (await room.room()).event
    const checkIn = { at: endsAt, method: 'scan' as const }
    await room.table.transact([room.registrations.changing({ ...came, checkIn })])
    const hoursAfter = (hours: number) => inHours(hours, new Date(endsAt))
    await room.passes(hoursAfter(1))
    expect(room.numbersTold('event-thanks')).toEqual([1])

    await room.passes(hoursAfter(399 * 24))
    expect((await room.all()).every(({ person }) => person)).toBe(true)
    await room.passes(hoursAfter(400 * 24))
    expect(await room.all()).toMatchObject([{ checkIn }, { status: 'confirmed' }, { status: 'confirmed' }])
    expect((await room.all()).filter(({ person, addressHash }) => person || addressHash)).toEqual([])
    expect(room.table.items().filter(({ sk }) => sk.startsWith('attendee#'))).toEqual([])
    expect(await room.wrong()).toEqual([])
    expect((await room.room()).event).not.toHaveProperty('dueAt')
  })
})

it('an announcement that is broken off goes on where it was, and nobody is told twice', async () => {
  const room = await aRoom({ capacity: 40 })
  for (let nth = 1; nth <= 40; nth++) await room.comes(nth, NOW)
  await edited(room, (event) => scheduled(announcing(event, 'changed', NOW), NOW))
  vi.spyOn(console, 'error').mockImplementation(() => {})
  for (const killedAt of [10, 25, 39, 41, 42]) {
    let writes = 0
    const write = async (each: Write) => {
      if (++writes === killedAt) throw new Error('killed')
      await room.table.write(each)
    }
    await room.passes(NOW, { write }).catch(() => {})
  }
  await room.passes(NOW)
  expect(room.numbersTold('event-changed')).toEqual(Array.from({ length: 40 }, (_, n) => n + 1))
  expect((await room.room()).event).not.toHaveProperty('announcements')
})
