import { listOrganizerEventsRoute } from '../shared/api/organizer-events.ts'
import { organizerEventView } from '../shared/domain/event-view.ts'
import { http } from '../shared/http.ts'
import { deployedTable } from '../shared/store/client.ts'
import { eventStore } from '../shared/store/events.ts'

const events = eventStore(deployedTable())

/** All events, drafts and cancelled ones too, those that start last coming first. */
export const handler = http(
  listOrganizerEventsRoute().takes,
  async ({ query: { status, kind, seriesId, from, cursor } }) => {
    const since = from && new Date(from).toISOString()
    const page = await events.list(
      (event) =>
        (!status || event.status === status) &&
        (!kind || event.kind === kind) &&
        (!seriesId || event.series?.id === seriesId) &&
        (!since || event.endsAt > since),
      cursor,
    )
    const seats = new Map((await events.seatsOf(page.items.map(({ id }) => id))).map((each) => [each.eventId, each]))
    const items = page.items.flatMap((event) => {
      const counts = seats.get(event.id)
      return counts ? [organizerEventView(event, counts)] : []
    })
    return { body: { ...page, items } }
  },
)
