import { readOrganizerEventRoute } from '../shared/api/organizer-events.ts'
import { organizerEventView } from '../shared/domain/event-view.ts'
import { notFound } from '../shared/errors.ts'
import { http } from '../shared/http.ts'
import { deployedTable } from '../shared/store/client.ts'
import { eventStore } from '../shared/store/events.ts'

const events = eventStore(deployedTable())

/** An event with all that organizers know of it: where it is, its seats, and the version that an edit names. */
export const handler = http(readOrganizerEventRoute().takes, async ({ path: { eventId } }) => {
  const [event, seats] = await Promise.all([events.get(eventId), events.seats(eventId)])
  if (!event || !seats) throw notFound('event')
  return { body: organizerEventView(event, seats) }
})
