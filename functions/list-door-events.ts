import { listDoorEventsRoute } from '../shared/api/door.ts'
import { doorEvent } from '../shared/events/door.ts'
import { http } from '../shared/http.ts'
import { deployedTable } from '../shared/store/client.ts'
import { eventStore } from '../shared/store/events.ts'

const DAY = 86_400_000
/** Of an event that ends today, but began long ago. */
const LONGEST = 31 * DAY

const events = eventStore(deployedTable())

/** Events whose door a volunteer may have to look after: from a day before they begin to a day after they end. */
export const handler = http(listDoorEventsRoute().takes, async (_request, now) => {
  const at = (ahead: number) => new Date(now.getTime() + ahead).toISOString()
  const near = (await events.startingBetween(at(-LONGEST - DAY), at(DAY))).filter(
    ({ status, endsAt }) => status === 'published' && endsAt > at(-DAY),
  )
  const seats = new Map((await events.seatsOf(near.map(({ id }) => id))).map((each) => [each.eventId, each]))
  const items = near.flatMap((event) => {
    const counts = seats.get(event.id)
    return counts ? [doorEvent(event, counts)] : []
  })
  return { body: { items } }
})
