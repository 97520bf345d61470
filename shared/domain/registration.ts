import * as z from 'zod'
import type { Event } from './event.ts'
import { choice, EmailAddress, line, paragraph, timeZoneOf } from './fields.ts'
import { Answers, answersTo } from './question.ts'
import { STATES } from './states.ts'
import { codesOf } from './taxonomy.ts'

/** One person at one event: at most one registration an address, however often they cancel and come back. */

export const REGISTRATION_STATUSES = ['confirmed', 'waitlisted', 'offered', 'cancelled', 'expired'] as const
/** Who does something to a registration; `system`: the rules, by the clock. */
export const ACTORS = ['attendee', 'organizer', 'system'] as const
export const SOURCES = ['form', 'walk-in', 'import'] as const
const CHECK_IN_METHODS = ['scan', 'list', 'link', 'walk-in', 'import'] as const

const personFields = {
  firstName: line(80),
  lastName: line(80),
  email: EmailAddress,
  phone: line(40).optional(),
  employer: line(120).optional(),
  jobTitle: line(120).optional(),
  state: choice(codesOf(STATES)).optional(),
  accessibilityNeeds: paragraph(1000).optional(),
  /** Whether organizers may hand name and address on, e.g. to a speaker or sponsor. */
  consentContact: z.boolean().default(false),
}

/** What somebody sends to register for an event; answers are checked against its questions. */
export const registrationForm = ({ questions }: Pick<Event, 'questions'>) =>
  z.strictObject({ ...personFields, answers: answersTo(questions).prefault({}) })

/** The same before the event is known. */
export const RegistrationBody = z.strictObject({ ...personFields, answers: Answers.default({}) })
export type RegistrationForm = z.output<typeof RegistrationBody>

const Person = z.strictObject({ ...personFields, consentContact: z.boolean(), email: EmailAddress.optional() })

/** What was done to a registration, in the words of `seating.ts`. */
const Step = z.strictObject({ at: z.iso.datetime(), move: z.string(), by: z.enum(ACTORS) })

export const CheckIn = z.strictObject({
  /** On the device that did it. */
  at: z.iso.datetime(),
  method: z.enum(CHECK_IN_METHODS),
  /** When it was done last, if another device did it, too. */
  lastAt: z.iso.datetime().optional(),
  /** A hash of its `idempotencyKey`. */
  key: z.string().optional(),
})
export type CheckIn = z.output<typeof CheckIn>

export const Registration = z.strictObject({
  /** See `registrationId`. */
  id: z.string(),
  eventId: z.string(),
  /** 1 for the first of its event. */
  number: z.int(),
  status: z.enum(REGISTRATION_STATUSES),
  /** None after the event's people were forgotten. */
  person: Person.optional(),
  addressHash: z.string(),
  answers: Answers,
  source: z.enum(SOURCES),
  registeredAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  confirmedAt: z.iso.datetime().optional(),
  cancelledAt: z.iso.datetime().optional(),
  cancelledBy: z.enum(ACTORS).optional(),
  /** The place in line; only while in line or offered a seat. */
  waitNumber: z.int().optional(),
  /** Until when an offered seat is held. */
  dueAt: z.iso.datetime().optional(),
  history: z.array(Step),
  checkIn: CheckIn.optional(),
  minutesAttended: z.int().min(0).optional(),
  organizerNote: z.string().optional(),
  /** Links with a smaller one are dead. */
  linkVersion: z.int(),
  version: z.int(),
})
export type Registration = z.output<typeof Registration>

/** Who has registered for an event: one item an address, which a repeated click finds. */
export const Attendee = z.strictObject({
  eventId: z.string(),
  addressHash: z.string(),
  registrationId: z.string(),
  /** A hash of the last `Idempotency-Key`. */
  lastKey: z.string().optional(),
})
export type Attendee = z.output<typeof Attendee>

/** `<eventId>.<number>-<secret>`: leads to its item without an index, and nobody can guess it. */
export const registrationId = (eventId: string, number: number, secret: string): string =>
  `${eventId}.${number}-${secret}`

/** Undefined when the text is no such id. */
export function partsOf(id: string): { eventId: string; number: number } | undefined {
  const [, eventId, number] = /^([^.]+)\.(\d{1,8})-[\w-]+$/.exec(id) ?? []
  return eventId && number ? { eventId, number: Number(number) } : undefined
}

/** The zone in which somebody reads our mail: that of their state, or else the event's. */
export const zoneOf = ({ person }: Registration, { timeZone }: Event): string =>
  (person?.state && timeZoneOf(person.state)) || timeZone

export const ATTENDANCES = ['expected', 'attended', 'no-show', 'none'] as const
export type Attendance = (typeof ATTENDANCES)[number]

const HOUR = 3_600_000

/** Whether somebody came; who did not is known an hour after the end. */
export function attendanceOf({ status, checkIn }: Registration, { endsAt }: Event, now: Date): Attendance {
  if (checkIn) return 'attended'
  if (status !== 'confirmed') return 'none'
  return now.getTime() >= Date.parse(endsAt) + HOUR ? 'no-show' : 'expected'
}

/** Has a seat, is asked whether they want one, or stands in line. */
export const isIn = ({ status }: Registration): boolean =>
  status === 'confirmed' || status === 'offered' || status === 'waitlisted'

/** Without all that says who it is; what is counted stays, and its links are dead. */
export function nameless({ person: _who, organizerNote: _said, ...registration }: Registration): Registration {
  return { ...registration, addressHash: '', answers: {}, linkVersion: registration.linkVersion + 1 }
}
