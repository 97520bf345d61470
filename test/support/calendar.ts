import ICAL from 'ical.js'
import type { Letter } from './world.ts'

/** Calendars as another program reads them: a parser that knows nothing of the one that writes ours. */
export function readCalendar(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text))
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(new ICAL.Timezone(zone))
  const entries = calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    const one = (name: string) => component.getFirstPropertyValue(name)?.toString()
    return {
      uid: event.uid,
      sequence: event.sequence,
      summary: event.summary,
      location: one('location'),
      description: one('description'),
      status: one('status'),
      url: one('url'),
      organizer: one('organizer'),
      attendee: one('attendee')?.toLowerCase(),
      partstat: component.getFirstProperty('attendee')?.getFirstParameter('partstat'),
      startsAt: event.startDate.toJSDate().toISOString(),
      endsAt: event.endDate.toJSDate().toISOString(),
      startClock: event.startDate.toString(),
      zone: event.startDate.zone?.tzid,
      alarms: component
        .getAllSubcomponents('valarm')
        .map((alarm) => alarm.getFirstPropertyValue('trigger')?.toString()),
    }
  })
  return { method: calendar.getFirstPropertyValue('method')?.toString(), entries }
}

/** The entry that a mail brings for the calendar; it must be the same in the part that programs read and in the file. */
export function entryIn({ attachments = [] }: Letter) {
  const [part, file] = ['text/calendar', 'application/ics'].map((type) =>
    attachments.find(({ mimeType }) => mimeType === type),
  )
  if (!part || part.content !== file?.content) throw new Error('The mail has not the same calendar twice.')
  const { method, entries } = readCalendar(Buffer.from(part.content, 'base64').toString('utf8'))
  if (method !== part.method?.toUpperCase() || !entries[0]) throw new Error('The mail’s calendar has another method.')
  return { method, ...entries[0] }
}
