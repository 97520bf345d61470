import { checkSeats } from '../shared/events/check.ts'
import { SEATS_DIFFER } from '../shared/events/log-lines.ts'
import { deployedTable } from '../shared/store/client.ts'
import { eventStore } from '../shared/store/events.ts'
import { registrationStore } from '../shared/store/registrations.ts'

/** Events of the last days can still change at the door; older ones are history. */
const DAYS_BACK = 31

const table = deployedTable()
const events = eventStore(table)
const check = checkSeats({ events, registrations: registrationStore(table) })

/** Each hour: whether the counts of seats are those of the registrations, for events to come and of the last month. */
export async function handler(): Promise<void> {
  const earliest = new Date(Date.now() - DAYS_BACK * 86_400_000).toISOString()
  for await (const page of events.seatsFrom(earliest)) {
    for (const { eventId } of page) {
      const { wrong } = await check(eventId)
      if (wrong.length) console.error(JSON.stringify({ what: SEATS_DIFFER, eventId, wrong }))
    }
  }
}
