import { type WalkInForm, type WalkInRefusal, walkingIn } from '../domain/check-in.ts'
import type { Event } from '../domain/event.ts'
import type { Registration } from '../domain/registration.ts'
import { move, type Newcomer, newcomer } from '../domain/seating.ts'
import { isTorn, type Seats } from '../domain/seats.ts'
import { conflict, notFound } from '../errors.ts'
import type { Table } from '../store/client.ts'
import type { EventStore } from '../store/events.ts'
import type { RegistrationStore } from '../store/registrations.ts'
import { Stale } from '../store/write.ts'
import type { Patiently } from './crowd.ts'

type Deps = {
  table: Pick<Table, 'transact'>
  events: Pick<EventStore, 'changingSeats'>
  registrations: Pick<RegistrationStore, 'before' | 'get' | 'adding' | 'changing' | 'savingAttendee' | 'leavingLine'>
  newSecret: () => string
  /** Repeats a change while others are faster. */
  untilFresh: Patiently
}
type Person = Omit<WalkInForm, 'idempotencyKey'>
/** `addressHash`: of their address, or of the key when they gave none. */
type Made = { addressHash: string; key: string }

/**
 * Somebody who stands at the door gets a seat and is checked in: one transaction on the counts, as all of `seating.ts`
 * are. The same `key` again is the same person. They get no mail about a seat that they sit on. 409 says why not.
 */
export const walkIn = ({ table, events, registrations, newSecret, untilFresh }: Deps) => {
  async function come(eventId: string, person: Person, { addressHash, key }: Made, now: Date): Promise<Registration> {
    const { event, seats, attendee } = await registrations.before(eventId, addressHash)
    if (!event || !seats || event.status === 'draft') throw notFound('event')
    if (isTorn(event, seats)) throw new Stale()
    const known = attendee && (await registrations.get(attendee.registrationId))
    if (known?.checkIn?.key === key) return known
    const found = walkingIn(event, seats, known, now)
    if ('refused' in found) throw conflict(REFUSALS[found.refused])

    const came = known ? { registration: known, seats } : newPerson({ event, seats, person, addressHash }, now)
    const after = move(came.seats, came.registration, found.move, 'organizer', now)
    const registration: Registration = {
      ...after.registration,
      checkIn: { at: now.toISOString(), method: 'walk-in', key },
    }
    await table.transact([
      events.changingSeats(after.seats),
      known ? registrations.changing(registration) : registrations.adding(registration),
      registrations.savingAttendee({ eventId, addressHash, registrationId: registration.id, lastKey: key }),
      ...(known?.status === 'waitlisted' ? [registrations.leavingLine(known)] : []),
    ])
    return registration
  }

  function newPerson(
    { event, seats, person, addressHash }: { event: Event; seats: Seats; person: Person; addressHash: string },
    now: Date,
  ): { registration: Newcomer; seats: Seats } {
    const made = { addressHash, secret: newSecret(), source: 'walk-in', now } as const
    return newcomer(event.id, seats, { ...person, answers: {} }, made)
  }

  return (eventId: string, person: Person, made: Made, now: Date) => untilFresh(() => come(eventId, person, made, now))
}

const REFUSALS: Record<WalkInRefusal, string> = {
  cancelled: 'This event is cancelled.',
  'too-early': 'The door opens two hours before the event begins.',
  'has-seat': 'This address is on the list already. Please check them in there.',
  line: 'The free seats belong to those in line until the event begins.',
  full: 'All seats are taken.',
}
