import { Problem } from '../../shared/errors.ts'
import { contendedTable } from './contended-table.ts'
import { anEvent } from './events.ts'
import { memoryTable } from './memory-table.ts'
import { NOW } from './profiles.ts'
import { aSeatRoom } from './seat-room.ts'
import { virtualTime } from './virtual-time.ts'

type Rush = { people: number; seats: number; random: () => number }

/**
 * Everybody wants one of few seats within a second, and every second of them thinks better of it a little later. In
 * virtual time, on a table that behaves as DynamoDB does on a bad day. Gives the room as it is then, and the figures.
 */
export async function aRush({ people, seats, random }: Rush) {
  const time = virtualTime(NOW)
  const { table, counts } = contendedTable(memoryTable(), { ...time, random })
  const event = anEvent({ capacity: seats })
  const tried = { requests: 0, turnedAway: 0, failed: 0, mostTaken: 0 }
  const millis: number[] = []
  const errors = new Set<string>()
  let over = false

  /** What a browser does: asks again, with the same key, when it is told to or hears nothing. */
  async function until<T>(request: () => Promise<T>): Promise<T> {
    for (;;) {
      tried.requests++
      try {
        return await request()
      } catch (error) {
        const busy = error instanceof Problem && error.status === 503
        if (busy) tried.turnedAway++
        else tried.failed++
        if (!busy) errors.add(error instanceof Error ? error.name : 'unknown')
        if (!busy && !(error instanceof Error && error.name === 'TimeoutError')) throw error
        await time.pause((busy ? 1000 * Number(error.more?.retryAfter ?? 1) : 1000) * (0.5 + random()))
      }
    }
  }

  const room = await during(aSeatRoom(table, event, { ...time, random }))

  async function comesAndGoes(nth: number): Promise<void> {
    await time.pause(random() * 1000)
    const began = time.clock().getTime()
    const { registration } = await until(() => room.comes(nth, time.clock(), `click ${nth}`))
    millis.push(time.clock().getTime() - began)
    if (nth % 2) return
    await time.pause(random() * 2000)
    await until(() => room.seats.giveUp(registration.id, 'attendee', time.clock()))
  }

  async function watches(): Promise<void> {
    while (!over) {
      const counted = await room.events.seats(event.id)
      tried.mostTaken = Math.max(tried.mostTaken, (counted?.confirmed ?? 0) + (counted?.held ?? 0))
      await time.pause(20)
    }
  }

  async function during<T>(work: Promise<T>): Promise<T> {
    await time.passUntil(work)
    return work
  }

  const began = time.clock().getTime()
  const before = counts.trips
  const all = Promise.all(Array.from({ length: people }, (_, n) => comesAndGoes(n + 1))).finally(() => {
    over = true
  })
  await during(Promise.all([all, watches()]))
  const seconds = (time.clock().getTime() - began) / 1000
  const trips = counts.trips - before
  return { room, during, tried, errors, counts, seconds, trips, millis: millis.toSorted((a, b) => a - b) }
}
