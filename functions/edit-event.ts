import { editEventRoute } from '../shared/api/organizer-events.ts'
import { organizerEventView } from '../shared/domain/event-view.ts'
import { deployedPatience, deployedSeating } from '../shared/events/deployed-seating.ts'
import { editEvent } from '../shared/events/edit.ts'
import { http } from '../shared/http.ts'
import { auditStore } from '../shared/store/audit.ts'
import { deployedTable } from '../shared/store/client.ts'
import { eventStore } from '../shared/store/events.ts'

const table = deployedTable()
const edit = editEvent({
  table,
  events: eventStore(table),
  seating: deployedSeating(table),
  audit: auditStore(table),
  untilFresh: deployedPatience,
})

/** An organizer changes an event, publishes it, or makes it a draft again while nobody has registered. */
export const handler = http(editEventRoute().takes, async ({ path: { eventId }, body, who }, now) => {
  const { event, seats } = await edit(eventId, body, who, now)
  return { body: organizerEventView(event, seats) }
})
