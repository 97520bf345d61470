import { undoCheckInRoute } from '../shared/api/door.ts'
import { door } from '../shared/events/door.ts'
import { http } from '../shared/http.ts'
import { deployedTable } from '../shared/store/client.ts'
import { eventStore } from '../shared/store/events.ts'
import { registrationStore } from '../shared/store/registrations.ts'

const table = deployedTable()
const { undo } = door({ table, events: eventStore(table), registrations: registrationStore(table) })

/** A check-in was a mistake; one that was made after it was taken back, on another phone, is none. */
export const handler = http(undoCheckInRoute().takes, async ({ path, query: { at } }, now) => ({
  body: await undo(path.eventId, path.registrationId, at ?? now.toISOString(), now),
}))
