import { addWalkInRoute } from '../shared/api/door.ts'
import { deployedPatience, newSecret } from '../shared/events/deployed-seating.ts'
import { keyHash } from '../shared/events/door.ts'
import { walkIn } from '../shared/events/walk-in.ts'
import { http } from '../shared/http.ts'
import { hashOf } from '../shared/store/addresses.ts'
import { deployedTable } from '../shared/store/client.ts'
import { eventStore } from '../shared/store/events.ts'
import { registrationStore } from '../shared/store/registrations.ts'

const table = deployedTable()
const comeIn = walkIn({
  table,
  events: eventStore(table),
  registrations: registrationStore(table),
  newSecret,
  untilFresh: deployedPatience,
})

/** Somebody comes without having registered, and there is a seat. */
export const handler = http(
  addWalkInRoute().takes,
  async ({ path: { eventId }, body: { idempotencyKey, ...person } }, now) => {
    const key = keyHash(idempotencyKey)
    const addressHash = person.email ? hashOf(person.email) : key
    const { id, status, checkIn } = await comeIn(eventId, person, { addressHash, key }, now)
    const { firstName, lastName } = person
    return { status: 201, body: { registrationId: id, firstName, lastName, status, checkedInAt: checkIn?.at } }
  },
)
