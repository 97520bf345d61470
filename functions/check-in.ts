import { checkInRoute } from '../shared/api/door.ts'
import { door } from '../shared/events/door.ts'
import { http } from '../shared/http.ts'
import { deployedTable } from '../shared/store/client.ts'
import { eventStore } from '../shared/store/events.ts'
import { registrationStore } from '../shared/store/registrations.ts'

const table = deployedTable()
const { checkIn } = door({ table, events: eventStore(table), registrations: registrationStore(table) })

/** A volunteer lets somebody in. Whatever the answer, it is a 200 with words for the volunteer's screen. */
export const handler = http(checkInRoute().takes, async ({ path: { eventId }, body }, now) => ({
  body: await checkIn(eventId, body, now),
}))
