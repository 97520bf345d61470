import { type Event, registrationWindow } from './event.ts'
import { afterQuietHours } from './quiet-hours.ts'
import { type Registration, type RegistrationForm, registrationId, zoneOf } from './registration.ts'
import { hasRoom, moved, type Seats } from './seats.ts'

/**
 * Who has a seat and who is next. Each move leads from one status to another, and any other is refused:
 *
 *     (new) ──take──▶ confirmed ◀──accept── offered ──expire──▶ expired
 *       │                │  ▲                 ▲ │
 *     queue            cancel └──promote──┐ offer └──decline──▶ cancelled
 *       ▼                ▼                │   │
 *     waitlisted     cancelled            waitlisted ──leave──▶ cancelled
 *
 * Who cancelled, declined or let an offer expire can `take` or `queue` again, as everybody else.
 */
type Status = Registration['status']

const OVER = ['cancelled', 'expired'] as const
export const MOVES = {
  take: { from: [undefined, ...OVER], to: 'confirmed' },
  queue: { from: [undefined, ...OVER], to: 'waitlisted' },
  offer: { from: ['waitlisted'], to: 'offered' },
  promote: { from: ['waitlisted'], to: 'confirmed' },
  accept: { from: ['offered'], to: 'confirmed' },
  decline: { from: ['offered'], to: 'cancelled' },
  expire: { from: ['offered'], to: 'expired' },
  cancel: { from: ['confirmed'], to: 'cancelled' },
  leave: { from: ['waitlisted'], to: 'cancelled' },
} as const satisfies Record<string, { from: readonly (Status | undefined)[]; to: Status }>
export type Move = keyof typeof MOVES

export const canMove = (from: Status | undefined, move: Move): boolean =>
  (MOVES[move].from as readonly (Status | undefined)[]).includes(from)

/** Nobody yet: the first move says whether there is a seat. */
export type Newcomer = Omit<Registration, 'status'>
/** One registration's move, and the counts after it. */
export type Moved = { registration: Registration; seats: Seats }

export type By = Registration['history'][number]['by']

/** Throws when that move is not possible from its status: whoever calls has looked before. */
export function move(seats: Seats, registration: Registration | Newcomer, move: Move, by: By, now: Date): Moved {
  const from = 'status' in registration ? registration.status : undefined
  if (!canMove(from, move)) throw new Error(`A registration that is ${from} cannot ${move}.`)
  const at = now.toISOString()
  const { waitNumber, dueAt: _answered, cancelledAt: _when, cancelledBy: _who, ...rest } = registration
  const to = MOVES[move].to
  const counted = moved(seats, from, to)
  const history = [...registration.history, { at, move, by }].slice(-MOST_HISTORY)
  const next = { ...rest, status: to, updatedAt: at, history }
  switch (to) {
    case 'confirmed':
      return { registration: { ...next, confirmedAt: at }, seats: counted }
    case 'waitlisted': {
      const last = seats.waitSequence + 1
      return { registration: { ...next, waitNumber: last }, seats: { ...counted, waitSequence: last } }
    }
    case 'offered':
      return { registration: { ...next, waitNumber }, seats: counted }
    case 'cancelled':
      return { registration: { ...next, cancelledAt: at, cancelledBy: by }, seats: counted }
    case 'expired':
      return { registration: next, seats: counted }
  }
}

/** Enough for everything that people do; a script that comes and goes all day cannot fill the item. */
const MOST_HISTORY = 50

export type Refusal = 'draft' | 'cancelled' | 'not-yet' | 'closed' | 'full'

/** How a newcomer gets in now: a seat when one is free and nobody waits for it; else the end of the line, if any. */
export function admission(event: Event, seats: Seats, now: Date): { move: 'take' | 'queue' } | { refused: Refusal } {
  if (event.status !== 'published') return { refused: event.status }
  const window = registrationWindow(event, now)
  if (window !== 'open') return { refused: window }
  if (hasRoom(seats) && seats.waiting === 0) return { move: 'take' }
  return event.waitlist.policy === 'off' ? { refused: 'full' } : { move: 'queue' }
}

type Made = { addressHash: string; secret: string; source: Registration['source']; now: Date }

/** Somebody whom this event did not know, and the counts with them. */
export function newcomer(
  eventId: string,
  seats: Seats,
  { answers, ...person }: Omit<RegistrationForm, 'email'> & Partial<Pick<RegistrationForm, 'email'>>,
  { addressHash, secret, source, now }: Made,
): { registration: Newcomer; seats: Seats } {
  const number = seats.registered + 1
  const registration = {
    id: registrationId(eventId, number, secret),
    eventId,
    number,
    person,
    addressHash,
    answers,
    source,
    registeredAt: now.toISOString(),
    updatedAt: now.toISOString(),
    history: [],
    linkVersion: 1,
    version: 1,
  }
  return { registration, seats: { ...seats, registered: number } }
}

const HOUR = 3_600_000
/** So close to the start nobody is asked any more: the seat is theirs, and one tap gives it back. */
const ASKED_UNTIL = 3 * HOUR
const SHORTEST = 2 * HOUR
const LONGEST = 24 * HOUR

/**
 * Until when a seat that is offered now is held: a quarter of the time left, between 2 and 24 hours, and never at an hour
 * at which the person sleeps. Undefined when there is no time to ask.
 */
export function offerEndsAt(event: Event, timeZone: string, now: Date): Date | undefined {
  const left = Date.parse(event.startsAt) - now.getTime()
  if (left <= ASKED_UNTIL) return undefined
  const span = Math.min(LONGEST, Math.max(SHORTEST, left / 4))
  const end = afterQuietHours(new Date(now.getTime() + span), timeZone, 'day')
  return end.getTime() <= Date.parse(event.startsAt) - HOUR ? end : undefined
}

/** The line's head gets the free seat: asked, or at once. */
export function serve(event: Event, seats: Seats, head: Registration, now: Date): Moved {
  const until = event.waitlist.policy === 'auto' ? undefined : offerEndsAt(event, zoneOf(head, event), now)
  if (!until) return move(seats, head, 'promote', 'system', now)
  const offered = move(seats, head, 'offer', 'system', now)
  return { ...offered, registration: { ...offered.registration, dueAt: until.toISOString() } }
}

/** How many of the line can be served now: none once it has begun. */
export const toServe = (event: Event, seats: Seats, now: Date): number =>
  event.status !== 'published' || event.startsAt <= now.toISOString()
    ? 0
    : Math.max(0, Math.min(seats.seatsLeft ?? seats.waiting, seats.waiting))

/** Whether an offer is over, by the clock of whoever looks. */
export const hasLapsed = ({ status, dueAt }: Registration, now: Date): boolean =>
  status === 'offered' && dueAt !== undefined && dueAt <= now.toISOString()

/** The move by which somebody gives up what they have; undefined when they have nothing. */
export function givingUp({ status }: Registration): Move | undefined {
  const moves = { confirmed: 'cancel', waitlisted: 'leave', offered: 'decline' } as const
  return status in moves ? moves[status as keyof typeof moves] : undefined
}
