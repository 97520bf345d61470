import { hasEnded } from '../domain/event.ts'
import { isIn, type Registration } from '../domain/registration.ts'
import { givingUp } from '../domain/seating.ts'
import { crowded } from '../domain/seats.ts'
import { isForgotten, type Wish } from '../domain/wish.ts'
import type { Table } from '../store/client.ts'
import type { EventStore } from '../store/events.ts'
import type { RegistrationStore } from '../store/registrations.ts'
import type { WishStore } from '../store/wishes.ts'
import type { Write } from '../store/write.ts'
import type { Room, seatMoves } from './seat-moves.ts'

type Deps = {
  table: Pick<Table, 'transact'>
  events: Pick<EventStore, 'changingSeats'>
  registrations: Pick<RegistrationStore, 'beforeWishes'>
  wishes: Pick<WishStore, 'removing'>
  moves: ReturnType<typeof seatMoves>
}

/** Beside wishes, of which each takes up to 5 of the 100 writes of a transaction. */
const MOST_SERVED = 9

/**
 * Grants wishes for seats of one event, in their order, in one transaction with the counts. A wish that is refused, or
 * changes nothing, is only taken away: who made it looks again and is told why. Throws `Stale` when others were faster.
 */
export const granting =
  ({ table, events, registrations, wishes, moves }: Deps) =>
  async (some: readonly Wish[], now: Date): Promise<void> => {
    const [first] = some
    if (!first) return
    const found = await registrations.beforeWishes(
      first.eventId,
      some.flatMap((wish) => (wish.kind === 'register' ? [wish.addressHash] : [])),
      some.flatMap((wish) => (wish.kind === 'give-up' ? [wish.registrationId] : [])),
    )
    const { event, seats } = found
    if (!event || !seats) return table.transact(some.map(wishes.removing))

    const people = new Map(found.registrations.map((each) => [each.id, each]))
    const attendees = new Map(found.attendees.map((each) => [each.addressHash, each]))
    const whose = (wish: Wish): string => {
      if (wish.kind === 'register') return wish.addressHash
      return people.get(wish.registrationId)?.addressHash ?? wish.registrationId
    }

    function granted(wish: Wish, room: Room) {
      if (isForgotten(wish, now)) return undefined
      if (wish.kind === 'give-up') {
        const registration = people.get(wish.registrationId)
        const to = registration && givingUp(registration)
        const possible = room.event.status === 'published' && !hasEnded(room.event, now)
        return registration && to && possible ? moves.moving({ ...room, registration }, to, wish.by, now) : undefined
      }
      const attendee = attendees.get(wish.addressHash)
      const known = attendee && people.get(attendee.registrationId)
      if (known && (attendee.lastKey === wish.key || isIn(known))) return undefined
      const entry = moves.entering(room, known, wish.form, wish, now)
      return 'refused' in entry ? undefined : entry
    }

    let counted = seats
    const writes: Write[] = []
    const changed = new Map<string, Registration['id'] | undefined>()
    for (const wish of some) {
      // A transaction cannot write the same item twice: who wants two things gets the second one next time.
      if (changed.has(whose(wish))) break
      const done = granted(wish, { event, seats: counted })
      counted = done?.seats ?? counted
      changed.set(whose(wish), done?.registration.id)
      writes.push(wishes.removing(wish), ...(done?.writes ?? []))
    }
    const ids = [...changed.values()].filter((id) => id !== undefined)
    const rest = await moves.served({ event, seats: counted }, now, ids, MOST_SERVED)
    await table.transact([events.changingSeats(crowded(rest.seats, now)), ...writes, ...rest.writes])
  }
