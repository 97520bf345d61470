import { eventCalendarRoute } from '../shared/api/events.ts'
import { notFound } from '../shared/errors.ts'
import { calendarFile, publicCalendar } from '../shared/events/calendar.ts'
import { http } from '../shared/http.ts'
import { deployedProgramme } from '../shared/settings.ts'
import { deployedTable } from '../shared/store/client.ts'
import { eventStore } from '../shared/store/events.ts'

const events = eventStore(deployedTable())
const programme = deployedProgramme()

/** One event for somebody's calendar: what everybody may know, without place and link. */
export const handler = http(eventCalendarRoute().takes, async ({ path: { eventId } }, now) => {
  const event = await events.get(eventId)
  if (!event || event.status === 'draft') throw notFound('event')
  return { body: publicCalendar([event], { programme, stamp: now }), headers: calendarFile('event') }
})
