import { setTimeout as pause } from 'node:timers/promises'
import type { Event } from '../../shared/domain/event.ts'
import type { Registration } from '../../shared/domain/registration.ts'
import { miscounts, resized } from '../../shared/domain/seats.ts'
import { patiently, type Time } from '../../shared/events/crowd.ts'
import { seating } from '../../shared/events/seating.ts'
import { walkIn } from '../../shared/events/walk-in.ts'
import type { Table } from '../../shared/store/client.ts'
import { eventStore } from '../../shared/store/events.ts'
import { mailStore } from '../../shared/store/mails.ts'
import { partition } from '../../shared/store/page.ts'
import { registrationStore } from '../../shared/store/registrations.ts'
import { wishStore } from '../../shared/store/wishes.ts'
import { aRegistrationForm, seatsFor } from './events.ts'

let secrets = 0
const newSecret = () => `s${secrets++}`

const usualTime: Time = { clock: () => new Date(), pause: (milliseconds) => pause(milliseconds), random: Math.random }

/** One event in any table, and people by their numbers who come to it and go. */
export async function aSeatRoom(table: Table, event: Event, time = usualTime) {
  const on = (theTable: Table) => {
    const stores = {
      events: eventStore(theTable),
      registrations: registrationStore(theTable),
      mails: mailStore(theTable),
      wishes: wishStore(theTable),
    }
    return { ...stores, seats: seating({ table: theTable, ...stores, newSecret, time }) }
  }
  const { events, registrations, mails, seats } = on(table)
  await table.transact([events.adding(event), events.addingSeats(seatsFor(event))])

  const hashOf = (nth: number) => `hash-${nth}`
  const idOf = async (nth: number) => (await registrations.before(event.id, hashOf(nth))).attendee?.registrationId ?? ''

  async function all(): Promise<Registration[]> {
    const found: Registration[] = []
    for await (const page of registrations.pages(event.id)) found.push(...page)
    return found
  }

  async function room() {
    const [current, counts] = await Promise.all([events.get(event.id), events.seats(event.id)])
    if (!current || !counts) throw new Error('The event is gone.')
    return { event: current, seats: counts }
  }

  return {
    ...{ table, events, registrations, mails, seats, idOf, all, room },
    /** The same event through other connections. */
    on,

    comes: (nth: number, now: Date, key?: string) =>
      seats.register(event.id, aRegistrationForm(nth), { addressHash: hashOf(nth), key }, now),
    walksIn: (nth: number, now: Date) => {
      const { answers: _none, ...person } = aRegistrationForm(nth)
      const walks = walkIn({ table, events, registrations, newSecret, untilFresh: patiently(time) })
      return walks(event.id, person, { addressHash: hashOf(nth), key: newSecret() }, now)
    },
    givesUp: async (nth: number, now: Date) => seats.giveUp(await idOf(nth), 'attendee', now),
    accepts: async (nth: number, now: Date) => seats.accept(await idOf(nth), now),
    person: async (nth: number) => registrations.get(await idOf(nth)),

    /** An organizer's edit of what seats depend on. */
    async changes(change: Partial<Event>, now: Date) {
      const before = await room()
      const { capacity, ...rest } = { ...before.event, ...change }
      const next = { ...rest, ...(capacity !== undefined && { capacity }) }
      await table.transact(await seats.settling({ event: next, seats: resized(before.seats, capacity) }, now))
      await seats.serveLine(event.id, now)
    },

    /** What is wrong now; nothing, if all is well. `whenServed`: also that nobody waits for a seat that is free. */
    async wrong({ whenServed = true } = {}): Promise<string[]> {
      const [{ seats: counts }, people] = await Promise.all([room(), all()])
      const line: unknown[] = []
      for await (const item of table.query(partition('table', `EVENT#${event.id}`, 'line#'))) line.push(item.number)
      const waiting = people.filter(({ status }) => status === 'waitlisted')
      const inOrder = waiting.toSorted((a, b) => (a.waitNumber ?? 0) - (b.waitNumber ?? 0)).map(({ number }) => number)
      const hashes = people.map(({ addressHash }) => addressHash).filter((hash) => hash !== '')
      return [
        ...miscounts(
          counts,
          people.map(({ status }) => status),
        ),
        ...(`${line}` === `${inOrder}` ? [] : [`the line is ${line}, but ${inOrder} wait`]),
        ...(new Set(hashes).size === hashes.length ? [] : ['somebody is registered twice']),
        ...(whenServed && counts.waiting > 0 && (counts.seatsLeft ?? 1) > 0 ? ['somebody waits for a free seat'] : []),
      ]
    },
  }
}
export type SeatRoom = Awaited<ReturnType<typeof aSeatRoom>>
