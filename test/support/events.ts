import { type Event, EventForm, openEvent } from '../../shared/domain/event.ts'
import { scheduled } from '../../shared/domain/event-steps.ts'
import type { Registration, RegistrationForm } from '../../shared/domain/registration.ts'
import { newSeats, type Seats } from '../../shared/domain/seats.ts'
import { NOW } from './profiles.ts'

const HOUR = 3_600_000

/** A moment so many hours after the start of all tests' time. */
export const inHours = (hours: number, from = NOW): Date => new Date(from.getTime() + hours * HOUR)

/** A published event in two weeks, of two hours and ten seats. */
export function anEvent(changes: Partial<Event> = {}, now = NOW): Event {
  const form = EventForm.parse({
    title: 'Coffee after the night shift',
    kind: 'meeting',
    timeZone: 'America/Chicago',
    startsAt: inHours(14 * 24, now).toISOString(),
    endsAt: inHours(14 * 24 + 2, now).toISOString(),
    capacity: 10,
    status: 'published',
  })
  return scheduled({ ...openEvent(form, { id: 'event', now }), ...changes }, now)
}

export const seatsFor = ({ id, capacity }: Event): Seats => newSeats(id, capacity)

/** What the nth person sends to register. */
export const aRegistrationForm = (nth = 1, changes: Partial<RegistrationForm> = {}): RegistrationForm => ({
  firstName: 'Sam',
  lastName: `Rivera ${nth}`,
  email: `sam${nth}@example.org`,
  consentContact: false,
  answers: {},
  ...changes,
})

export const aRegistration = (changes: Partial<Registration> = {}): Registration => {
  const { answers, ...person } = aRegistrationForm()
  return {
    id: 'event.1-secret',
    eventId: 'event',
    number: 1,
    status: 'confirmed',
    person,
    addressHash: 'hash',
    answers,
    source: 'form',
    registeredAt: NOW.toISOString(),
    updatedAt: NOW.toISOString(),
    confirmedAt: NOW.toISOString(),
    history: [{ at: NOW.toISOString(), move: 'take', by: 'attendee' }],
    linkVersion: 1,
    version: 1,
    ...changes,
  }
}
