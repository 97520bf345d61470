import { importAttendeesRoute } from '../shared/api/attendees.ts'
import { importList } from '../shared/events/exports/import-list.ts'
import { http } from '../shared/http.ts'
import { hashOf } from '../shared/store/addresses.ts'
import { auditStore } from '../shared/store/audit.ts'
import { deployedTable } from '../shared/store/client.ts'
import { eventStore } from '../shared/store/events.ts'
import { registrationStore } from '../shared/store/registrations.ts'

/** As much as Lambda takes. */
const LARGEST_KIB = 6 * 1024

const table = deployedTable()
const bringBack = importList({
  table,
  events: eventStore(table),
  registrations: registrationStore(table),
  audit: auditStore(table),
  hashOf,
})

/** A list as attendees.json gave it, or a part of it, comes back. 201 when all of it is in, 202 when more is to come. */
export const handler = http(
  importAttendeesRoute().takes,
  async ({ path: { eventId }, body, who }, now) => {
    const { imported, missing } = await bringBack({ eventId, body, who }, now)
    return { status: missing > 0 ? 202 : 201, body: { imported, missing } }
  },
  { largestBodyKiB: LARGEST_KIB },
)
