import { logError } from '../http.ts'
import type { EventStore } from '../store/events.ts'
import type { RegistrationStore } from '../store/registrations.ts'
import type { Seating } from './seating.ts'

type Deps = {
  events: Pick<EventStore, 'due' | 'seatsFrom'>
  registrations: Pick<RegistrationStore, 'lapsed'>
  seats: Pick<Seating, 'expire' | 'serveLine'>
  announce: (eventId: string, thereIsTime: () => boolean, now: Date) => Promise<void>
}

/** At most so many a call: what is left has its turn a minute later. */
const MOST = 200

/**
 * What events do by the clock: offers that nobody answered go on, lines that stand before free seats are served, and what
 * is to be told is told. What fails is logged and still to be done the next time; it stops nothing else.
 */
export const tendEvents =
  ({ events, registrations, seats, announce }: Deps) =>
  async (thereIsTime: () => boolean, now: Date): Promise<void> => {
    const failures: unknown[] = []
    const tend = async (what: string, id: string, work: () => Promise<void>) => {
      if (!thereIsTime()) return
      await work().catch((error: unknown) => {
        logError(what, error, { id })
        failures.push(error)
      })
    }

    for (const { id } of await registrations.lapsed(now, MOST)) {
      await tend('An offer of a seat could not be ended.', id, () => seats.expire(id, now))
    }
    for await (const page of events.seatsFrom(now.toISOString())) {
      for (const { eventId, seatsLeft, waiting } of page) {
        if (waiting === 0 || (seatsLeft !== undefined && seatsLeft <= 0)) continue
        await tend('A line could not be served.', eventId, () => seats.serveLine(eventId, now))
      }
    }
    for (const { id } of await events.due(now, MOST)) {
      await tend('An event could not be tended.', id, () => announce(id, thereIsTime, now))
    }
    if (failures.length) throw failures[0]
  }
