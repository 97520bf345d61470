import * as z from 'zod'
import type { Event } from './event.ts'
import type { Registration } from './registration.ts'

/**
 * The counts of one event. All that changes who has a seat goes through this one item, guarded by its version: two can
 * never take the last seat, and none can pass the line. `confirmed + held + seatsLeft = capacity`, always.
 */
export const Seats = z.strictObject({
  eventId: z.string(),
  /** Neither of the two: everybody gets in. */
  capacity: z.int().optional(),
  /** Below zero when an organizer took away seats that were taken. */
  seatsLeft: z.int().optional(),
  confirmed: z.int(),
  /** Offered to somebody in the line, who has not answered yet. */
  held: z.int(),
  /** In line. */
  waiting: z.int(),
  /** Registrations ever made: the number of the newest one. */
  registered: z.int(),
  /** Places in line ever taken: the number of the last one. */
  waitSequence: z.int(),
  /** The version that the event had when who gets in was last decided anew, by an edit or a cancellation. */
  eventVersion: z.int().optional(),
  /** Until then so many want something at once that they queue up: see `wish.ts`. */
  crowdedUntil: z.iso.datetime().optional(),
  version: z.int(),
})
export type Seats = z.output<typeof Seats>

export const newSeats = (eventId: string, capacity: number | undefined): Seats => ({
  eventId,
  ...(capacity !== undefined && { capacity, seatsLeft: capacity }),
  confirmed: 0,
  held: 0,
  waiting: 0,
  registered: 0,
  waitSequence: 0,
  version: 1,
})

type Status = Registration['status'] | undefined

const takesSeat = (status: Status): boolean => status === 'confirmed' || status === 'offered'
const COUNTED = { confirmed: 'confirmed', offered: 'held', waitlisted: 'waiting' } as const
const countedAs = (status: Status) =>
  status && status in COUNTED ? COUNTED[status as keyof typeof COUNTED] : undefined

/** The counts after one registration went from one status to another. */
export function moved(seats: Seats, from: Status, to: Status): Seats {
  const next = { ...seats }
  const [before, after] = [countedAs(from), countedAs(to)]
  if (before) next[before]--
  if (after) next[after]++
  if (next.seatsLeft !== undefined) next.seatsLeft += Number(takesSeat(from)) - Number(takesSeat(to))
  return next
}

/** Whether there is a seat that the line's head, or a newcomer when nobody waits, can have. */
export const hasRoom = ({ seatsLeft }: Seats): boolean => seatsLeft === undefined || seatsLeft > 0

/** With another capacity; what is taken stays taken. */
export function resized({ capacity: _old, seatsLeft: _left, ...rest }: Seats, capacity: number | undefined): Seats {
  return capacity === undefined ? rest : { ...rest, capacity, seatsLeft: capacity - rest.confirmed - rest.held }
}

/** The counts as they are written together with a change of their event. */
export const changedWith = (seats: Seats, { version }: Event): Seats => ({ ...seats, eventVersion: version + 1 })
/** Whether the event was read before such a change, and the counts after it. */
export const isTorn = ({ version }: Event, { eventVersion = 0 }: Seats): boolean => version < eventVersion

/** What is wrong with counts, given the statuses of all registrations of the event; nothing, if all is well. */
export function miscounts(seats: Seats, statuses: Iterable<Registration['status']>): string[] {
  const found = { confirmed: 0, held: 0, waiting: 0 }
  let registered = 0
  for (const status of statuses) {
    registered++
    const as = countedAs(status)
    if (as) found[as]++
  }
  const { capacity, seatsLeft } = seats
  const wrong = [
    ...(['confirmed', 'held', 'waiting'] as const)
      .filter((count) => seats[count] !== found[count])
      .map((count) => `${count} is ${seats[count]}, but ${found[count]} registrations are`),
    ...(seats.registered === registered ? [] : [`registered is ${seats.registered}, but there are ${registered}`]),
  ]
  const sum = seats.confirmed + seats.held + (seatsLeft ?? 0)
  if (capacity !== undefined && sum !== capacity) {
    wrong.push(`confirmed + held + seatsLeft is ${sum}, but capacity is ${capacity}`)
  }
  return wrong
}

/** How long newcomers queue up after wishes were granted together. */
const CROWDED_MS = 3000
export const crowded = (seats: Seats, now: Date): Seats => ({
  ...seats,
  crowdedUntil: new Date(now.getTime() + CROWDED_MS).toISOString(),
})
export const isCrowded = ({ crowdedUntil = '' }: Seats, now: Date): boolean => crowdedUntil > now.toISOString()
