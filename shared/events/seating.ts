import { hasEnded } from '../domain/event.ts'
import { isIn, nameless, partsOf, type RegistrationForm } from '../domain/registration.ts'
import { type By, givingUp, hasLapsed, type Move, type Refusal, toServe } from '../domain/seating.ts'
import { changedWith, isCrowded, type Seats } from '../domain/seats.ts'
import type { Wanted } from '../domain/wish.ts'
import { conflict, notFound, Problem } from '../errors.ts'
import { registeredAlready } from '../mail/event-outbox.ts'
import type { Table } from '../store/client.ts'
import type { EventStore } from '../store/events.ts'
import type { MailStore } from '../store/mails.ts'
import type { RegistrationStore } from '../store/registrations.ts'
import type { WishStore } from '../store/wishes.ts'
import { Stale, type Write } from '../store/write.ts'
import { isLost, patiently, queueUp, type Time } from './crowd.ts'
import { granting } from './granting.ts'
import { type Found, type Made, type Room, seatMoves } from './seat-moves.ts'

type Deps = {
  table: Pick<Table, 'transact' | 'write'>
  events: Pick<EventStore, 'get' | 'seats' | 'changing' | 'changingSeats'>
  registrations: RegistrationStore
  mails: Pick<MailStore, 'adding'>
  wishes: WishStore
  newSecret: () => string
  time: Time
}

/** `key`: of the click; without one, each click is another one. */
type Click = Omit<Made, 'key'> & { key?: string | undefined }

export type Seating = ReturnType<typeof seating>

/**
 * Takes seats, gives them back, and serves the line. Each change is one transaction: the counts (guarded by their
 * version), the registration, its place in line, its mail, and whoever of the line has a seat by it. While there is a
 * crowd, several people's changes are one: see `crowd.ts`.
 */
export const seating = ({ table, events, registrations, mails, wishes, newSecret, time }: Deps) => {
  const moves = seatMoves({ registrations, mails, newSecret })
  const grant = granting({ table, events, registrations, wishes, moves })
  const untilFresh = patiently(time)
  const inQueue = queueUp({ table, wishes, newSecret, ...time, grant: (some) => grant(some, time.clock()) })

  /** One registration's move, with all that follows from it. */
  async function moved(found: Found, to: Move, by: By, now: Date, also: Write[] = [], patience = {}) {
    const { event, registration, seats, writes } = moves.moving(found, to, by, now)
    const rest = await moves.served({ event, seats }, now, [registration.id])
    await table.transact([events.changingSeats(rest.seats), ...writes, ...rest.writes, ...also], patience)
    return { event, registration, seats: rest.seats }
  }

  async function around(id: string): Promise<Found> {
    const found = await registrations.around(id)
    if (!found) throw notFound('registration')
    return found
  }

  async function come(eventId: string, form: RegistrationForm, made: Made, now: Date, queues = false) {
    const { event, seats, attendee } = await registrations.before(eventId, made.addressHash)
    if (!event || !seats || event.status === 'draft') throw notFound('event')
    const known = attendee && (await registrations.get(attendee.registrationId))
    if (known && attendee.lastKey === made.key) {
      const position = known.status === 'waitlisted' ? await registrations.placeOf(known) : undefined
      return { event, registration: known, seats, position }
    }
    if (known && isIn(known)) {
      await table.transact(registeredAlready({ registration: known, event, now }).map(mails.adding)).catch(unlessStale)
      throw conflict('This address is registered already. We have sent its link there once more.')
    }
    const entry = moves.entering({ event, seats }, known, form, made, now)
    if ('refused' in entry) throw conflict(REFUSALS[entry.refused])
    if (queues) joinIfCrowded(seats, now)
    const { registration, position, writes } = entry
    const rest = await moves.served({ event, seats: entry.seats }, now, [registration.id])
    await table.transact([events.changingSeats(rest.seats), ...writes, ...rest.writes], patienceOf(queues))
    return { event, registration, seats: rest.seats, position }
  }

  async function leave(id: string, by: By, now: Date, also: Write[], queues = false) {
    const found = await around(id)
    const to = givingUp(found.registration)
    if (!to) return found
    if (found.event.status === 'cancelled') throw conflict(REFUSALS.cancelled)
    if (hasEnded(found.event, now)) throw conflict(OVER)
    if (queues) joinIfCrowded(found.seats, now)
    return moved(found, to, by, now, also, patienceOf(queues))
  }

  const serveLine = (eventId: string, now: Date): Promise<void> =>
    untilFresh(async () => {
      for (;;) {
        const [event, seats] = await Promise.all([events.get(eventId), events.seats(eventId)])
        if (!event || !seats || toServe(event, seats, now) === 0) return
        const rest = await moves.served({ event, seats }, now)
        if (rest.writes.length === 0) return
        await table.transact([events.changingSeats(rest.seats), ...rest.writes])
      }
    })

  /** Serves who could not be served with a change. It is done, whatever becomes of the others: the clockwork does it too. */
  async function servingRest<T extends Room>(done: T, now: Date): Promise<T> {
    if (toServe(done.event, done.seats, now) > 0) await serveLine(done.event.id, now).catch(unlessBusy)
    return done
  }

  /** At once, if nobody comes in between; else in the queue. `attempt` is made again afterwards, and finds it done. */
  async function orInQueue<T extends Room>(
    attempt: (queues: boolean) => Promise<T>,
    wanted: Wanted,
    now: Date,
  ): Promise<T> {
    try {
      return await servingRest(await attempt(true), now)
    } catch (error) {
      if (!isLost(error)) throw error
    }
    await inQueue(wanted)
    return servingRest(await untilFresh(() => attempt(false)), now)
  }

  return {
    /**
     * A seat, or a place in line. The same click again (`key`) is the same registration; another one of an address that
     * is in gets 409, and its link by mail. 404 and 409 say why else not.
     */
    register(eventId: string, form: RegistrationForm, { key = newSecret(), ...click }: Click, now: Date) {
      const made = { ...click, key }
      const wanted = { kind: 'register', eventId, form, ...made } as const
      return orInQueue((queues) => come(eventId, form, made, now, queues), wanted, now)
    },

    /**
     * Gives back a seat, an offer, or a place in line; doing it again changes nothing. 409 when the event is over.
     * `also` is written with it.
     */
    async giveUp(id: string, by: By, now: Date, also: Write[] = []) {
      if (also.length) return servingRest(await untilFresh(() => leave(id, by, now, also)), now)
      const wanted = { kind: 'give-up', eventId: eventOf(id), registrationId: id, by } as const
      return orInQueue((queues) => leave(id, by, now, [], queues), wanted, now)
    },

    /** Takes an offered seat. 409 when there is none, or no more: then the next in line has it. */
    accept: async (id: string, now: Date) =>
      servingRest(
        await untilFresh(async () => {
          const found = await around(id)
          const { registration } = found
          if (registration.status === 'confirmed') return found
          if (found.event.status === 'cancelled') throw conflict(REFUSALS.cancelled)
          if (hasEnded(found.event, now)) throw conflict(OVER)
          if (registration.status === 'expired') throw conflict(TOO_LATE)
          if (registration.status !== 'offered') throw conflict('There is no seat held for you now.')
          if (!hasLapsed(registration, now)) return moved(found, 'accept', 'attendee', now)
          await moved(found, 'expire', 'system', now)
          throw conflict(TOO_LATE)
        }),
        now,
      ),

    /** An offer that nobody answered in time goes to the next in line; with a cancelled event, to nobody. */
    expire: (id: string, now: Date): Promise<void> =>
      untilFresh(async () => {
        const found = await around(id)
        if (!hasLapsed(found.registration, now)) return
        const { dueAt: _over, ...registration } = found.registration
        if (found.event.status === 'cancelled') await table.transact([registrations.changing(registration)])
        else await moved(found, 'expire', 'system', now)
      }),

    /** Whoever is behind a registration wants to be forgotten: what they have goes on, and what says who they are goes. */
    forget: (id: string, now: Date): Promise<void> =>
      untilFresh(async () => {
        const found = await around(id)
        const { event, registration } = found
        const to = event.status === 'published' && !hasEnded(event, now) ? givingUp(registration) : undefined
        const also = [registrations.removingAttendee(registration)]
        const nobody = nameless(registration)
        if (to) await moved({ ...found, registration: nobody }, to, 'attendee', now, also)
        else await table.transact([registrations.changing(nobody), ...also])
      }),

    /**
     * What a change of who gets in writes: the event, the counts, and the first of the line. Whoever registers at this
     * moment and has read the event as it was reads it again.
     */
    async settling(room: Room, now: Date): Promise<Write[]> {
      const { seats, writes } = await moves.served(room, now)
      return [events.changing(room.event), events.changingSeats(changedWith(seats, room.event)), ...writes]
    },

    /** Serves the line as far as there are seats: after more became free than one transaction could give away. */
    serveLine,
  }
}

const OVER = 'This event is over.'
const TOO_LATE =
  'The seat was held for you for some time, and has gone to the next in line. You can join the line again.'

const REFUSALS: Record<Refusal, string> = {
  draft: 'This event is not open yet.',
  cancelled: 'This event is cancelled.',
  'not-yet': 'Registration has not opened yet.',
  closed: 'Registration is closed.',
  full: 'All seats are taken, and there is no waiting line.',
}

const eventOf = (id: string): string => partsOf(id)?.eventId ?? ''

/** Who can queue up does not fight. */
const patienceOf = (queues: boolean) => (queues ? { tries: 1 } : {})

/** There is a queue: whoever came now would only be in the way of those who write for all. */
function joinIfCrowded(seats: Seats, now: Date): void {
  if (isCrowded(seats, now)) throw new Stale()
}

function unlessBusy(error: unknown): void {
  if (!(error instanceof Problem)) throw error
}

/** The mail of this hour is there already. */
function unlessStale(error: unknown): void {
  if (!(error instanceof Stale)) throw error
}
