import { randomUUID } from 'node:crypto'
import { copyEventRoute } from '../shared/api/organizer-events.ts'
import { timesRefused } from '../shared/domain/event.ts'
import { copiedEvent } from '../shared/domain/event-edit.ts'
import { newSeats } from '../shared/domain/seats.ts'
import { invalid, notFound } from '../shared/errors.ts'
import { http } from '../shared/http.ts'
import { auditStore } from '../shared/store/audit.ts'
import { deployedTable } from '../shared/store/client.ts'
import { eventStore } from '../shared/store/events.ts'

const table = deployedTable()
const events = eventStore(table)
const audit = auditStore(table)

/** An organizer makes a draft of an event that was: the same at another time, and without its people. */
export const handler = http(copyEventRoute().takes, async ({ path: { eventId }, body, who }, now) => {
  const event = await events.get(eventId)
  if (!event) throw notFound('event')
  const copy = copiedEvent(event, { ...body, id: randomUUID().replaceAll('-', '').slice(0, 16), now })
  const refused = timesRefused(copy, now)
  if (refused.length > 0) throw invalid(refused)
  await table.transact([
    events.adding(copy),
    events.addingSeats(newSeats(copy.id, copy.capacity)),
    audit.adding({ at: now.toISOString(), who, what: 'event-copied', subject: copy.id, details: { from: eventId } }),
  ])
  return { status: 201, body: { eventId: copy.id } }
})
