import * as z from 'zod'
import { choice, line, paragraph, TimeZone } from './fields.ts'
import { AskedBefore, Questions } from './question.ts'

/** A dated meeting, alone or one of a series. How many seats it has left is kept apart: see `seats.ts`. */

export const EVENT_KINDS = ['meeting', 'course', 'circle'] as const
export const EVENT_STATUSES = ['draft', 'published', 'cancelled'] as const
/** Whom it is meant for; told, not enforced. */
export const AUDIENCES = ['everyone', 'members', 'mentors', 'mentees'] as const
/**
 * What happens when a seat is free while people wait. - `offer`: the first in line is asked, the seat is held meanwhile.
 * - `auto`: the first in line has it. - `off`: there is no line.
 */
export const WAITLIST_POLICIES = ['offer', 'auto', 'off'] as const
const MOST_SEATS = 100_000

const instant = z.iso
  .datetime({ offset: true, error: 'Please use a time such as 2027-01-12T19:00:00Z.' })
  .transform((text) => new Date(text).toISOString())
  .refine((text) => /^2[01]\d\d-/.test(text), 'Please use a year between 2000 and 2199.')
export const webAddress = z
  .url({ protocol: /^https$/, error: 'Please use an address that begins with https://.' })
  .max(2000)
export const capacity = z
  .int('Please enter a whole number.')
  .min(1, 'Please enter at least 1.')
  .max(MOST_SEATS, `Please enter at most ${MOST_SEATS}.`)

/** What an organizer says of an event, when making it and when changing it. */
export const eventFields = {
  title: line(200),
  kind: choice(EVENT_KINDS),
  /** Markdown. */
  description: paragraph(10_000).optional(),
  timeZone: TimeZone,
  startsAt: instant,
  endsAt: instant,
  /** Without one, everybody gets in. */
  capacity: capacity.optional(),
  /** Only people with a seat see these two. */
  place: line(300).optional(),
  onlineUrl: webAddress.optional(),
  registration: z.strictObject({ opensAt: instant.optional(), closesAt: instant.optional() }).default({}),
  waitlist: z.strictObject({ policy: choice(WAITLIST_POLICIES) }).default({ policy: 'offer' }),
  questions: Questions.default([]),
  audience: choice(AUDIENCES).default('everyone'),
}

/** What an organizer sends to make an event. `series`: an RFC 5545 rule, e.g. `FREQ=MONTHLY;BYDAY=2TU;COUNT=6`. */
export const EventForm = z.strictObject({
  ...eventFields,
  series: z
    .union(
      [line(300), z.strictObject({ rule: line(300) }).transform(({ rule }) => rule)],
      'Please give a rule such as FREQ=MONTHLY;BYDAY=2TU;COUNT=6.',
    )
    .optional(),
  status: z.enum(['draft', 'published'], 'Please choose draft or published.').default('draft'),
})
export type EventForm = z.output<typeof EventForm>

/** What steps an event takes by itself, and when: before its start, after its end. */
export const EVENT_STEPS = ['remind-7d', 'remind-24h', 'remind-1h', 'after', 'forget'] as const

/** What everybody concerned is being told, page after page of registrations. */
const Announcement = z.strictObject({
  kind: z.enum(['changed', 'cancelled', 'remind-7d', 'remind-24h', 'remind-1h', 'after', 'forget']),
  /** The moment that it is about: those who came later know already. */
  at: z.iso.datetime(),
  /** The number of the last registration that was told. */
  told: z.int(),
})

export const Event = z.strictObject({
  ...eventFields,
  id: z.string(),
  status: z.enum(EVENT_STATUSES),
  registration: eventFields.registration.unwrap(),
  waitlist: eventFields.waitlist.unwrap(),
  questions: eventFields.questions.unwrap(),
  audience: eventFields.audience.unwrap(),
  askedBefore: z.array(AskedBefore).optional(),
  /** Where it can be watched afterwards. */
  recordingUrl: webAddress.optional(),
  /** Events that were made together, in the order of their dates; `rule` is RFC 5545. */
  series: z.strictObject({ id: z.string(), rule: z.string(), index: z.int() }).optional(),
  /** Counts changes that calendars must hear of (RFC 5545, 3.8.7.4). */
  sequence: z.int(),
  announcements: z.array(Announcement).optional(),
  nextStep: z.enum(EVENT_STEPS).optional(),
  /** When there is something to do: an announcement at once, or the next step. */
  dueAt: z.iso.datetime().optional(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  version: z.int(),
})
export type Event = z.output<typeof Event>

type Times = Pick<Event, 'startsAt' | 'endsAt' | 'registration'>

export const LONGEST_DAYS = 31
const DAY = 86_400_000

/** What is wrong with an event's times, by field; nothing for an event that could take place. */
export function timesRefused(
  { startsAt, endsAt, registration }: Times,
  now: Date,
): { path: string; message: string }[] {
  const { opensAt, closesAt } = registration
  const refused = []
  if (startsAt <= now.toISOString()) refused.push({ path: 'startsAt', message: 'Please choose a time to come.' })
  if (endsAt <= startsAt) refused.push({ path: 'endsAt', message: 'Please choose an end after the start.' })
  else if (Date.parse(endsAt) - Date.parse(startsAt) > LONGEST_DAYS * DAY) {
    refused.push({ path: 'endsAt', message: `Please choose an end within ${LONGEST_DAYS} days of the start.` })
  }
  if (closesAt && closesAt > endsAt) {
    refused.push({ path: 'registration.closesAt', message: 'Please close registration before the event ends.' })
  }
  if (opensAt && opensAt >= (closesAt ?? endsAt)) {
    refused.push({ path: 'registration.opensAt', message: 'Please open registration before it closes.' })
  }
  return refused
}

export function openEvent(
  { series: _made, ...form }: EventForm,
  { id, series, now }: { id: string; series?: Event['series']; now: Date },
): Event {
  const at = now.toISOString()
  return { ...form, id, ...(series && { series }), sequence: 0, createdAt: at, updatedAt: at, version: 1 }
}

type Open = Pick<Event, 'registration' | 'endsAt'>

/** The last moment to register. */
const closesAt = ({ registration, endsAt }: Open): string => registration.closesAt ?? endsAt

export type Window = 'open' | 'not-yet' | 'closed'
export function registrationWindow(event: Open, now: Date): Window {
  const at = now.toISOString()
  if (event.registration.opensAt && at < event.registration.opensAt) return 'not-yet'
  return at < closesAt(event) ? 'open' : 'closed'
}

export const hasEnded = ({ endsAt }: Pick<Event, 'endsAt'>, now: Date): boolean => endsAt <= now.toISOString()
