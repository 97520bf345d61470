import { listDoorRoute } from '../shared/api/door.ts'
import { notFound } from '../shared/errors.ts'
import { doorEvent, onDoorList } from '../shared/events/door.ts'
import { http } from '../shared/http.ts'
import { deployedTable } from '../shared/store/client.ts'
import { eventStore } from '../shared/store/events.ts'
import { registrationStore } from '../shared/store/registrations.ts'

const table = deployedTable()
const events = eventStore(table)
const registrations = registrationStore(table)

/** The door list of an event: names, who has a seat, and who is in. `asOf` tells a device how wrong its clock is. */
export const handler = http(listDoorRoute().takes, async ({ path: { eventId }, query: { cursor } }, now) => {
  const [event, seats] = await Promise.all([events.get(eventId), events.seats(eventId)])
  if (!event || !seats || event.status === 'draft') throw notFound('event')
  const { items, ...page } = await registrations.page(eventId, cursor)
  const list = items.flatMap(onDoorList)
  return { body: { event: doorEvent(event, seats), asOf: now.toISOString(), items: list, ...page } }
})
