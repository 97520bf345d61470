import { cancelEventRoute } from '../shared/api/organizer-events.ts'
import { hasEnded } from '../shared/domain/event.ts'
import { cancelledEvent } from '../shared/domain/event-edit.ts'
import { announcing } from '../shared/domain/event-steps.ts'
import { conflict, notFound } from '../shared/errors.ts'
import type { Patiently } from '../shared/events/crowd.ts'
import { deployedPatience, deployedSeating } from '../shared/events/deployed-seating.ts'
import type { Seating } from '../shared/events/seating.ts'
import { http } from '../shared/http.ts'
import { type AuditStore, auditStore } from '../shared/store/audit.ts'
import { deployedTable, type Table } from '../shared/store/client.ts'
import { type EventStore, eventStore } from '../shared/store/events.ts'

type Deps = {
  table: Pick<Table, 'transact'>
  events: Pick<EventStore, 'get' | 'seats' | 'removing'>
  seating: Pick<Seating, 'settling'>
  audit: Pick<AuditStore, 'adding'>
  untilFresh: Patiently
}

/**
 * An organizer cancels an event, and whoever has a seat or waits is told. A draft that nobody registered for is taken
 * away instead: nobody has ever seen it. Cancelling again changes nothing.
 */
export const cancelEvent =
  ({ table, events, seating, audit, untilFresh }: Deps) =>
  ({ path: { eventId }, who }: { path: { eventId: string }; who: string }, now: Date) =>
    untilFresh(async () => {
      const [event, seats] = await Promise.all([events.get(eventId), events.seats(eventId)])
      if (!event || !seats) throw notFound('event')
      const answer = { body: { eventId, status: 'cancelled' } }
      if (event.status === 'cancelled') return answer
      const unseen = event.status === 'draft' && seats.registered === 0
      if (!unseen && hasEnded(event, now)) throw conflict('This event is over.')
      const details = { was: event.status, registered: seats.registered }
      await table.transact([
        ...(unseen
          ? events.removing(event, seats)
          : await seating.settling({ event: announcing(cancelledEvent(event, now), 'cancelled', now), seats }, now)),
        audit.adding({ at: now.toISOString(), who, what: 'event-cancelled', subject: eventId, details }),
      ])
      return answer
    })

const table = deployedTable()
export const handler = http(
  cancelEventRoute().takes,
  cancelEvent({
    table,
    events: eventStore(table),
    seating: deployedSeating(table),
    audit: auditStore(table),
    untilFresh: deployedPatience,
  }),
)
