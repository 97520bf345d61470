import { listOrganizerEventsRoute } from '../shared/api/organizer-events.ts'
import { type Event, LONGEST_DAYS } from '../shared/domain/event.ts'
import { organizerEventView } from '../shared/domain/event-view.ts'
import { http } from '../shared/http.ts'
import { deployedTable } from '../shared/store/client.ts'
import { eventStore } from '../shared/store/events.ts'

/** Of an event that is going on, but began long ago. */
const LONGEST_MS = LONGEST_DAYS * 86_400_000
/** Before any event. */
const EARLIEST = '2000'

const events = eventStore(deployedTable())

/** All events, drafts and cancelled ones too: those that start last coming first, or those that start first. */
export const handler = http(
  listOrganizerEventsRoute().takes,
  async ({ query: { status, kind, seriesId, from, until, sort, cursor } }) => {
    const since = from && new Date(from).toISOString()
    const by = until && new Date(until).toISOString()
    const fits = (event: Event) =>
      (!status || event.status === status) &&
      (!kind || event.kind === kind) &&
      (!seriesId || event.series?.id === seriesId) &&
      (!since || event.endsAt > since) &&
      (!by || event.endsAt <= by)
    const earliest = since ? new Date(Date.parse(since) - LONGEST_MS).toISOString() : EARLIEST
    const page = sort === 'startsAt' ? await events.from(earliest, fits, cursor) : await events.list(fits, cursor)
    const seats = new Map((await events.seatsOf(page.items.map(({ id }) => id))).map((each) => [each.eventId, each]))
    const items = page.items.flatMap((event) => {
      const counts = seats.get(event.id)
      return counts ? [organizerEventView(event, counts)] : []
    })
    return { body: { ...page, items } }
  },
)
