import * as z from 'zod'
import type { Event } from './event.ts'
import { EmailAddress } from './fields.ts'
import { type CheckIn, type Registration, RegistrationBody } from './registration.ts'
import { canMove, hasLapsed, type Move } from './seating.ts'
import { hasRoom, type Seats } from './seats.ts'

/** What happens at the door: who may come in, who came, and what a volunteer is told. */

/**
 * - `already`: somebody else checked them in, at `firstAt`. - `cancelled`: the event, their registration, or an offer they
 * let pass. - `waitlisted`: in line, or asked whether they want a seat. - `unknown`: no registration has that id.
 */
export const CHECK_IN_RESULTS = [
  'ok',
  'already',
  'cancelled',
  'waitlisted',
  'wrong-event',
  'too-early',
  'unknown',
] as const
type CheckInResult = (typeof CHECK_IN_RESULTS)[number]

/** Names one tap on one device, so that sending it again changes nothing. */
const idempotencyKey = z.string().min(1, 'Please fill this in.').max(200, 'Please use at most 200 characters.')

export const CheckInForm = z.strictObject({
  /** What the QR code says. */
  registrationId: z.string().trim().min(1, 'Please fill this in.').max(300, 'Please use at most 300 characters.'),
  /** When it was done, by the device's clock; without it, now. */
  at: z.iso
    .datetime({ offset: true, error: 'Please use a time such as 2027-01-12T19:00:00Z.' })
    .transform((text) => new Date(text).toISOString())
    .optional(),
  idempotencyKey,
  method: z.enum(['scan', 'list'], 'Please choose scan or list.').default('list'),
})
export type CheckInForm = z.output<typeof CheckInForm>

/** Who comes without having registered. The event's own questions are not asked at the door. */
export const WalkInForm = RegistrationBody.omit({ answers: true }).extend({
  email: EmailAddress.optional(),
  idempotencyKey,
})
export type WalkInForm = z.output<typeof WalkInForm>

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Time to put up the tables. The door does not close: lists on paper are typed in afterwards. */
const OPENS_BEFORE = 2 * HOUR
/** Clocks differ a little; one that is further ahead is wrong. */
const CLOCK_AHEAD = 5 * MINUTE

export const doorOpensAt = ({ startsAt }: Pick<Event, 'startsAt'>): string =>
  new Date(Date.parse(startsAt) - OPENS_BEFORE).toISOString()

/** Whether a device says that something was done later than now. */
export const isAhead = (at: string, now: Date): boolean => Date.parse(at) > now.getTime() + CLOCK_AHEAD

type Tap = Required<Pick<CheckIn, 'at' | 'method' | 'key'>>
/** `checkIn`: what is to be stored, when it differs from what is. */
type Decision =
  | { result: 'ok' | 'already'; firstAt: string; checkIn?: CheckIn }
  | { result: Exclude<CheckInResult, 'ok' | 'already'> }

/**
 * What a check-in is answered. The first one has the `ok`, and has it again when it is sent again; another one is
 * `already`, also when it was done earlier on a device that was offline: its time is then the first.
 */
export function checkedIn(
  event: Event,
  registration: Registration | undefined,
  { at, method, key }: Tap,
  now: Date,
): Decision {
  if (!registration) return { result: 'unknown' }
  if (registration.eventId !== event.id) return { result: 'wrong-event' }
  const { status, checkIn } = registration
  if (event.status === 'cancelled' || status === 'cancelled' || status === 'expired') return { result: 'cancelled' }
  if (hasLapsed(registration, now)) return { result: 'cancelled' }
  if (status !== 'confirmed') return { result: 'waitlisted' }
  if (checkIn?.key === key) return { result: 'ok', firstAt: checkIn.at }
  if (at < doorOpensAt(event)) return { result: 'too-early' }
  if (!checkIn) return { result: 'ok', firstAt: at, checkIn: { at, method, key } }
  const { at: firstAt, lastAt = firstAt } = checkIn
  if (at < firstAt) return { result: 'already', firstAt: at, checkIn: { ...checkIn, at, method, lastAt } }
  return { result: 'already', firstAt, ...(at > lastAt && { checkIn: { ...checkIn, lastAt: at } }) }
}

/** What is left of a check-in that was taken back at that moment: nothing, unless it was done again after it. */
export function checkedOut(checkIn: CheckIn, at: string): CheckIn | undefined {
  const { lastAt = checkIn.at } = checkIn
  if (lastAt <= at) return undefined
  return checkIn.at > at ? checkIn : { ...checkIn, at: lastAt }
}

export type WalkInRefusal = 'cancelled' | 'too-early' | 'has-seat' | 'line' | 'full'

/**
 * How somebody at the door gets a seat: one must be free, and until the event begins it is the line's. Then those in line
 * who have come are let in like everybody else. `known`: they had registered before.
 */
export function walkingIn(
  event: Event,
  seats: Seats,
  known: Registration | undefined,
  now: Date,
): { move: Move } | { refused: WalkInRefusal } {
  const at = now.toISOString()
  if (event.status === 'cancelled') return { refused: 'cancelled' }
  if (at < doorOpensAt(event)) return { refused: 'too-early' }
  if (known?.status === 'confirmed') return { refused: 'has-seat' }
  if (known?.status === 'offered' && !hasLapsed(known, now)) return { move: 'accept' }
  if (at < event.startsAt && seats.waiting > 0) return { refused: 'line' }
  if (!hasRoom(seats)) return { refused: 'full' }
  return { move: (['accept', 'promote', 'take'] as const).find((move) => canMove(known?.status, move)) ?? 'take' }
}
