import { type Event, hasEnded } from '../domain/event.ts'
import {
  changedFields,
  type EventPatch,
  editedEvent,
  editRefused,
  movesCalendars,
  seatsRefused,
} from '../domain/event-edit.ts'
import { announcing, scheduled } from '../domain/event-steps.ts'
import { organizerEventView } from '../domain/event-view.ts'
import { resized, type Seats } from '../domain/seats.ts'
import { conflict, invalid, notFound, outdated } from '../errors.ts'
import type { AuditStore } from '../store/audit.ts'
import type { Table } from '../store/client.ts'
import type { EventStore } from '../store/events.ts'
import type { Patiently } from './crowd.ts'
import type { Seating } from './seating.ts'

type Deps = {
  table: Pick<Table, 'transact'>
  events: Pick<EventStore, 'get' | 'seats' | 'changing'>
  seating: Pick<Seating, 'settling' | 'serveLine'>
  audit: Pick<AuditStore, 'adding'>
  /** Repeats the change while people register and leave. */
  untilFresh: Patiently
}

/**
 * An organizer changes an event. Whoever has a seat or waits is told of another time, place or title. More seats go to
 * the line first. 409 when somebody else changed it meanwhile, and when fewer seats are wanted than are taken.
 */
export const editEvent =
  ({ table, events, seating, audit, untilFresh }: Deps) =>
  async (eventId: string, patch: EventPatch, who: string, now: Date): Promise<{ event: Event; seats: Seats }> => {
    const served = await untilFresh(async () => {
      const [event, seats] = await Promise.all([events.get(eventId), events.seats(eventId)])
      if (!event || !seats) throw notFound('event')
      const changed = editedEvent(event, patch, now)
      const fields = changedFields(event, changed)
      if (fields.length === 0) return false
      refuse(event, changed, seats, patch, now)

      const tells = event.status === 'published' && movesCalendars(event, changed) && !hasEnded(changed, now)
      const next = tells ? announcing(changed, 'changed', now) : scheduled(changed, now)
      const counts = resized(seats, next.capacity)
      const settles = ADMITTING.some((field) => fields.includes(field))
      const at = now.toISOString()
      const taken = seats.confirmed + seats.held
      const overridden = fields.includes('capacity') && (next.capacity ?? taken) < taken
      await table.transact([
        ...(settles ? await seating.settling({ event: next, seats: counts }, now) : [events.changing(next)]),
        audit.adding({ at, who, what: 'event-edited', subject: eventId, details: { fields } }),
        ...(overridden
          ? [audit.adding({ at, who, what: 'seats-overridden', subject: eventId, details: overridingOf(next, taken) })]
          : []),
      ])
      return settles
    })
    if (served) await seating.serveLine(eventId, now)
    const [event, seats] = await Promise.all([events.get(eventId), events.seats(eventId)])
    if (!event || !seats) throw notFound('event')
    return { event, seats }
  }

/** What decides who gets in. */
const ADMITTING = ['status', 'capacity', 'waitlist', 'registration', 'startsAt', 'endsAt'] as const

function refuse(event: Event, changed: Event, seats: Seats, patch: EventPatch, now: Date): void {
  if (event.status === 'cancelled') throw conflict('This event is cancelled. You can copy it to plan another one.')
  if (patch.version !== undefined && patch.version !== event.version) throw outdated(organizerEventView(event, seats))
  const wrong = editRefused(event, changed, now)
  if (wrong.length > 0) throw invalid(wrong)
  const refused = seatsRefused(event, changed, seats, patch.override)
  if (refused) throw conflict(refused)
}

const overridingOf = ({ capacity = 0 }: Event, taken: number) => ({ capacity, taken })
