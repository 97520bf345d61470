import { eventsCalendarRoute } from '../shared/api/events.ts'
import { hasEnded } from '../shared/domain/event.ts'
import { calendarFile, publicCalendar } from '../shared/events/calendar.ts'
import { http } from '../shared/http.ts'
import { deployedProgramme } from '../shared/settings.ts'
import { deployedTable } from '../shared/store/client.ts'
import { eventStore } from '../shared/store/events.ts'

const events = eventStore(deployedTable())
const programme = deployedProgramme()

/** Of an event that is going on, but began long ago. */
const LONGEST_MS = 31 * 86_400_000
/** A thousand take less than a megabyte without descriptions; with the longest ones they fill what an answer can hold. */
const MOST_BYTES = 4_000_000

/** All events to come, to subscribe to: what everybody may know. Those that are cancelled stay, and say so. */
export const handler = http(eventsCalendarRoute().takes, async (_, now) => {
  const earliest = new Date(now.getTime() - LONGEST_MS).toISOString()
  const found = []
  let bytes = 0
  let cursor: string | undefined
  do {
    const page = await events.from(earliest, (event) => event.status !== 'draft' && !hasEnded(event, now), cursor)
    for (const event of page.items) {
      bytes += 500 + Buffer.byteLength(event.description ?? '')
      if (bytes < MOST_BYTES) found.push(event)
    }
    cursor = page.nextCursor
  } while (cursor && bytes < MOST_BYTES)
  return { body: publicCalendar(found, { programme, stamp: now }), headers: calendarFile('events') }
})
