import { listEventsRoute } from '../shared/api/events.ts'
import { eventView, monthOf } from '../shared/domain/event-view.ts'
import { http } from '../shared/http.ts'
import { deployedTable } from '../shared/store/client.ts'
import { eventStore } from '../shared/store/events.ts'

/** Of an event that is going on, but began long ago. */
const LONGEST_MS = 31 * 86_400_000

const events = eventStore(deployedTable())

/** Events that are published and not over yet, those that start first coming first. */
export const handler = http(listEventsRoute().takes, async ({ query: { kind, month, cursor } }, now) => {
  const earliest = new Date(now.getTime() - LONGEST_MS).toISOString()
  const page = await events.from(
    earliest,
    (event) =>
      event.status === 'published' &&
      event.endsAt > now.toISOString() &&
      (!kind || event.kind === kind) &&
      (!month || monthOf(event) === month),
    cursor,
  )
  const seats = new Map((await events.seatsOf(page.items.map(({ id }) => id))).map((each) => [each.eventId, each]))
  const items = page.items.flatMap((event) => {
    const counts = seats.get(event.id)
    return counts ? [eventView(event, counts, now)] : []
  })
  return { body: { ...page, items } }
})
