import { readEventRoute } from '../shared/api/events.ts'
import { eventView } from '../shared/domain/event-view.ts'
import { notFound } from '../shared/errors.ts'
import { http } from '../shared/http.ts'
import { deployedTable } from '../shared/store/client.ts'
import { eventStore } from '../shared/store/events.ts'

const events = eventStore(deployedTable())

/** An event as everybody sees it. One that is cancelled says so; a draft is nobody's business. */
export const handler = http(readEventRoute().takes, async ({ path: { eventId } }, now) => {
  const [event, seats] = await Promise.all([events.get(eventId), events.seats(eventId)])
  if (!event || !seats || event.status === 'draft') throw notFound('event')
  return { body: eventView(event, seats, now) }
})
