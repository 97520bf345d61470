import { createHash, randomUUID } from 'node:crypto'
import { createEventRoute } from '../shared/api/organizer-events.ts'
import type { EventForm } from '../shared/domain/event.ts'
import { newSeats } from '../shared/domain/seats.ts'
import { eventsOf } from '../shared/events/series-events.ts'
import { http } from '../shared/http.ts'
import { chunks } from '../shared/parallel.ts'
import { type AuditStore, auditStore } from '../shared/store/audit.ts'
import { deployedTable, type Table } from '../shared/store/client.ts'
import { type EventStore, eventStore } from '../shared/store/events.ts'
import { untilFresh } from '../shared/store/write.ts'

type Deps = {
  table: Pick<Table, 'transact'>
  events: Pick<EventStore, 'getMany' | 'adding' | 'addingSeats'>
  audit: Pick<AuditStore, 'adding'>
  newId: () => string
}
type Request = { body: EventForm; who: string; headers: Readonly<Record<string, string | undefined>> }

/** A transaction takes 100 writes: two for each event, and one for the audit trail. */
const EVENTS_A_TRANSACTION = 49

/**
 * An organizer makes an event, or all dates of a series. A series is too much for one transaction when it is long: with
 * an `Idempotency-Key`, the repeated request makes what is missing, and answers the same.
 */
export const createEvent =
  ({ table, events, audit, newId }: Deps) =>
  async ({ body, who, headers }: Request, now: Date) => {
    const key = headers['idempotency-key']
    const made = eventsOf(body, key ? seedOf(who, key) : newId(), now)
    const [first] = made
    const eventIds = made.map(({ id }) => id)
    await untilFresh(async () => {
      const known = new Set((await events.getMany(eventIds)).map(({ id }) => id))
      const missing = made.filter(({ id }) => !known.has(id))
      for (const some of chunks(missing, EVENTS_A_TRANSACTION)) {
        const details = { status: body.status, eventIds: some.map(({ id }) => id) }
        const subject = first?.series?.id ?? eventIds[0] ?? ''
        await table.transact([
          ...some.flatMap((event) => [events.adding(event), events.addingSeats(newSeats(event.id, event.capacity))]),
          audit.adding({ at: now.toISOString(), who, what: 'event-created', subject, details }),
        ])
      }
    })
    const series = first?.series && { seriesId: first.series.id, eventIds }
    return { status: 201, body: { eventId: eventIds[0], ...series } }
  }

/** Of somebody's own: nobody meets the key of another one. */
const seedOf = (who: string, key: string): string => createHash('sha256').update(`${who} ${key}`).digest('hex')

const table = deployedTable()
export const handler = http(
  createEventRoute().takes,
  createEvent({ table, events: eventStore(table), audit: auditStore(table), newId: randomUUID }),
)
