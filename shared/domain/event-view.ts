import { type Event, registrationWindow } from './event.ts'
import { attendanceOf, type Registration } from './registration.ts'
import type { Move } from './seating.ts'
import type { Seats } from './seats.ts'

/** An event as everybody sees it: how full it is, but neither where it is nor the link to it. */
export function eventView(event: Event, seats: Seats, now: Date) {
  const { id, title, kind, description, timeZone, startsAt, endsAt, capacity, registration, waitlist, audience } = event
  return {
    eventId: id,
    title,
    kind,
    description,
    timeZone,
    startsAt,
    endsAt,
    capacity,
    /** For newcomers: a seat that the line waits for is none of theirs. Missing when there is no limit. */
    seatsLeft: seats.seatsLeft === undefined ? undefined : seats.waiting > 0 ? 0 : Math.max(0, seats.seatsLeft),
    waitlistLength: seats.waiting,
    waitlist,
    registration: { ...registration, window: event.status === 'cancelled' ? 'closed' : registrationWindow(event, now) },
    questions: event.questions,
    audience,
    isOnline: event.onlineUrl !== undefined,
    hasPlace: event.place !== undefined,
    seriesId: event.series?.id,
    status: event.status,
  }
}

/** The month in which it begins by its own clock, e.g. `2027-01`. */
export const monthOf = ({ startsAt, timeZone }: Pick<Event, 'startsAt' | 'timeZone'>): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, year: 'numeric', month: '2-digit' }).format(new Date(startsAt))

/** Where it is, for those who have a seat. */
export const whereabouts = ({ place, onlineUrl }: Event, { status }: Registration) =>
  status === 'confirmed' ? { place, onlineUrl } : {}

/** An event as organizers see it. */
export function organizerEventView(event: Event, seats: Seats) {
  const { id, announcements: _ours, nextStep: _next, dueAt: _when, ...rest } = event
  const {
    eventId: _same,
    version: _guard,
    eventVersion: _other,
    capacity: _also,
    crowdedUntil: _now,
    ...counts
  } = seats
  return { eventId: id, ...rest, seats: counts }
}

const HAPPENED: Record<Move, string> = {
  take: 'registered',
  queue: 'joined the line',
  offer: 'offered a seat',
  promote: 'given a seat',
  accept: 'took the seat',
  decline: 'declined the seat',
  expire: 'offer expired',
  cancel: 'cancelled',
  leave: 'left the line',
}
const happened: Readonly<Record<string, string | undefined>> = HAPPENED

/** A registration as organizers see it, and what became of it in words. `position`: 1 is the head of the line. */
export function organizerRegistrationView(
  registration: Registration,
  { event, position, now }: { event: Event; position: number | undefined; now: Date },
) {
  const { id, addressHash: _key, linkVersion: _link, waitNumber: _place, version: _guard, ...known } = registration
  const { dueAt, history, ...rest } = known
  return {
    registrationId: id,
    ...rest,
    position,
    offerExpiresAt: dueAt,
    attendance: attendanceOf(registration, event, now),
    history: history.map(({ at, move, by }) => ({ at, by, what: happened[move] ?? move })),
  }
}
