import type { Event } from '../domain/event.ts'
import type { Registration, RegistrationForm } from '../domain/registration.ts'
import { admission, type By, type Move, move, newcomer, serve, toServe } from '../domain/seating.ts'
import { isTorn, type Seats } from '../domain/seats.ts'
import { inLine, offerExpired, registrationCancelled, seatConfirmed, seatOffered } from '../mail/event-outbox.ts'
import type { MailStore } from '../store/mails.ts'
import type { RegistrationStore } from '../store/registrations.ts'
import { Stale, type Write } from '../store/write.ts'

type Deps = { registrations: RegistrationStore; mails: Pick<MailStore, 'adding'>; newSecret: () => string }

export type Room = { event: Event; seats: Seats }
export type Found = Room & { registration: Registration }
/** `key`: of the click, so that the same one again is the same registration. */
export type Made = { addressHash: string; key: string }

/** A transaction takes 100 writes, and serving one of the line 3; what is left over is served by the next. */
const MOST_SERVED = 20

/** What moves of registrations write, and the counts after them. Whoever calls writes the counts as well. */
export const seatMoves = ({ registrations, mails, newSecret }: Deps) => ({
  /** Somebody new, or who was here before, comes in. */
  entering(
    { event, seats }: Room,
    known: Registration | undefined,
    form: RegistrationForm,
    { addressHash, key }: Made,
    now: Date,
  ) {
    const admitted = admission(event, seats, now)
    if ('refused' in admitted) return admitted
    const { answers, ...person } = form
    const came = known
      ? { registration: { ...known, person, answers }, seats }
      : newcomer(event.id, seats, form, { addressHash, secret: newSecret(), source: 'form', now })
    const after = move(came.seats, came.registration, admitted.move, 'attendee', now)
    const { registration } = after
    const made = { registration, event, now }
    const position = admitted.move === 'queue' ? after.seats.waiting : undefined
    const letters = position ? inLine(made, position) : seatConfirmed(made, 'registering')
    const writes = [
      known ? registrations.changing(registration) : registrations.adding(registration),
      registrations.savingAttendee({ eventId: event.id, addressHash, registrationId: registration.id, lastKey: key }),
      ...(position ? [registrations.joiningLine(registration)] : []),
      ...letters.map(mails.adding),
    ]
    return { event, registration, seats: after.seats, position, writes }
  },

  /** One registration's move. */
  moving({ event, seats, registration }: Found, to: Move, by: By, now: Date) {
    const after = move(seats, registration, to, by, now)
    const writes = [
      registrations.changing(after.registration),
      ...(registration.status === 'waitlisted' ? [registrations.leavingLine(registration)] : []),
      ...lettersAfter(registration, { registration: after.registration, event, now }, by).map(mails.adding),
    ]
    return { event, registration: after.registration, seats: after.seats, writes }
  },

  /**
   * The first of the line get what is free; `others`: those who do something themselves in the same transaction. Throws
   * `Stale` when event and counts do not go together, or the line changed meanwhile.
   */
  async served({ event, seats }: Room, now: Date, others: readonly string[] = [], atMost = MOST_SERVED) {
    if (isTorn(event, seats)) throw new Stale()
    const most = Math.min(atMost, toServe(event, seats, now))
    const line = most ? await registrations.heads(event.id, most + others.length) : []
    const writes: Write[] = []
    let counted = seats
    for (const head of line.filter(({ id }) => !others.includes(id)).slice(0, most)) {
      // The line was read a moment after the counts: somebody else has served it meanwhile.
      if (head.status !== 'waitlisted') throw new Stale()
      const after = serve(event, counted, head, now)
      counted = after.seats
      const made = { registration: after.registration, event, now }
      const { dueAt } = after.registration
      const letters = dueAt ? seatOffered(made, dueAt) : seatConfirmed(made, 'line')
      writes.push(
        registrations.changing(after.registration),
        registrations.leavingLine(head),
        ...letters.map(mails.adding),
      )
    }
    return { seats: counted, writes }
  },
})

function lettersAfter(before: Registration, made: { registration: Registration; event: Event; now: Date }, by: By) {
  const { status } = made.registration
  if (status === 'confirmed') return seatConfirmed(made, before.status === 'offered' ? 'offer' : 'line')
  if (status === 'expired') return offerExpired(made)
  return registrationCancelled(made, by === 'organizer' ? 'organizer' : 'attendee', before.status === 'confirmed')
}
