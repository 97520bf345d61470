import * as z from 'zod'
import { capacity, Event, eventFields, timesRefused, webAddress } from './event.ts'
import { askedBefore } from './question.ts'
import type { Seats } from './seats.ts'

/** What organizers change of an event after it was made. */

const { registration, waitlist, questions, audience, description, place } = eventFields

/** `null` takes away. */
export const EventPatch = z
  .strictObject({
    ...eventFields,
    description: description.unwrap().nullable(),
    capacity: capacity.nullable(),
    place: place.unwrap().nullable(),
    onlineUrl: webAddress.nullable(),
    recordingUrl: webAddress.nullable(),
    registration: registration.unwrap(),
    waitlist: waitlist.unwrap(),
    questions: questions.unwrap(),
    audience: audience.unwrap(),
    status: z.enum(['draft', 'published'], 'Please choose draft or published. To cancel an event, delete it.'),
    /** Fewer seats than are taken, all the same. */
    override: z.boolean(),
    /** The version that the change was made from; without it, the latest form wins. */
    version: z.int(),
  })
  .partial()
export type EventPatch = z.output<typeof EventPatch>

/** With an organizer's changes. What people wrote in their calendars counts one up: times, place, title. */
export function editedEvent(event: Event, patch: EventPatch, now: Date): Event {
  const { override: _asked, version: _seen, ...changes } = patch
  const next = Event.parse(
    Object.fromEntries(
      Object.entries({ ...event, ...changes, updatedAt: now.toISOString() }).filter(
        ([, value]) => value !== null && value !== undefined,
      ),
    ),
  )
  const gone = changes.questions ? askedBefore(event, changes.questions) : (event.askedBefore ?? [])
  const { askedBefore: _before, ...rest } = next
  return {
    ...rest,
    ...(gone.length > 0 && { askedBefore: gone }),
    sequence: movesCalendars(event, next) ? event.sequence + 1 : event.sequence,
  }
}

export const IN_CALENDARS = ['title', 'startsAt', 'endsAt', 'timeZone', 'place', 'onlineUrl'] as const

type InCalendars = Pick<Event, (typeof IN_CALENDARS)[number]>

/** Whether people who have a seat must be told: their calendars would be wrong. */
export const movesCalendars = (before: InCalendars, after: InCalendars): boolean =>
  IN_CALENDARS.some((field) => before[field] !== after[field])

const EDITABLE = EventPatch.omit({ override: true, version: true }).keyof().options

/** The names of the fields that differ, as far as organizers can change them. */
export const changedFields = (before: Event, after: Event) =>
  EDITABLE.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]))

/** What is wrong with the times of a changed event. What has begun may be mended, but not begin in the past again. */
export function editRefused(before: Event, after: Event, now: Date) {
  if (before.status !== 'published' && after.status === 'published') return timesRefused(after, now)
  const changed = changedFields(before, after)
  if (!TIMES.some((field) => changed.includes(field))) return []
  return timesRefused(after, now).filter(({ path }) => path !== 'startsAt' || changed.includes('startsAt'))
}
const TIMES = ['startsAt', 'endsAt', 'registration'] as const

/** Why an event cannot go back to being a draft, or have so few seats; undefined when all is well. */
export function seatsRefused(before: Event, after: Event, seats: Seats, override = false): string | undefined {
  if (before.status === 'published' && after.status === 'draft' && seats.registered > 0) {
    return 'People have registered for this event, so it cannot become a draft again. You can cancel it.'
  }
  const taken = seats.confirmed + seats.held
  if (override || after.capacity === before.capacity || (after.capacity ?? taken) >= taken) return undefined
  return `${taken} seats are taken. To go down to ${after.capacity} all the same, send "override": true. Nobody loses a seat by it, and no seat is given until enough people have cancelled.`
}

export const cancelledEvent = (event: Event, now: Date): Event => ({
  ...event,
  status: 'cancelled',
  sequence: event.sequence + 1,
  updatedAt: now.toISOString(),
})

/** The same once more at another time, as a draft of its own: alone, even when the first is one of a series. */
export function copiedEvent(
  event: Event,
  { id, startsAt, endsAt, now }: { id: string; startsAt: string; endsAt?: string | undefined; now: Date },
): Event {
  const { series, recordingUrl, askedBefore, announcements, nextStep, dueAt, ...said } = event
  const at = now.toISOString()
  return {
    ...movedTo(said, startsAt),
    ...(endsAt && { endsAt }),
    id,
    status: 'draft',
    sequence: 0,
    createdAt: at,
    updatedAt: at,
    version: 1,
  }
}

/** Starting then; the end, and when registration opens and closes, keep their distance from the start. */
export function movedTo<T extends Pick<Event, 'startsAt' | 'endsAt' | 'registration'>>(event: T, startsAt: string): T {
  const by = Date.parse(startsAt) - Date.parse(event.startsAt)
  const later = (at: string) => new Date(Date.parse(at) + by).toISOString()
  const { opensAt, closesAt } = event.registration
  return {
    ...event,
    startsAt,
    endsAt: later(event.endsAt),
    registration: { ...(opensAt && { opensAt: later(opensAt) }), ...(closesAt && { closesAt: later(closesAt) }) },
  }
}
