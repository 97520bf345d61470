import { TZDate } from '@date-fns/tz'
import {
  type ICalAlarmData,
  ICalAlarmType,
  type ICalAttendeeData,
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator'
import { tzlib_get_ical_block } from 'timezones-ical-library'
import type { Event } from '../domain/event.ts'
import type { Programme } from '../domain/programme.ts'

/**
 * Events as calendars read them (iCalendar, RFC 5545; invitations after RFC 5546). Times are those of the event's zone,
 * with its rules for daylight saving, so that they stay right should a calendar know the zone by another name.
 */

type Dated = Pick<Event, 'id' | 'title' | 'timeZone' | 'startsAt' | 'endsAt' | 'sequence' | 'place' | 'onlineUrl'>
type Published = Dated & Pick<Event, 'description' | 'status'>
type By = { programme: Pick<Programme, 'name' | 'sender' | 'replyTo' | 'siteUrl'>; stamp: Date }

/** What everybody may know, to be subscribed to: neither place nor link. A cancelled event says that it is. */
export function publicCalendar(events: readonly Published[], { programme, stamp }: By): string {
  const calendar = anEmpty(ICalCalendarMethod.PUBLISH)
  calendar.name(programme.name.replace(/[\\;,]/g, '\\$&'))
  calendar.ttl(6 * HOUR)
  for (const event of events) {
    calendar.createEvent({
      ...common(event, programme, stamp),
      id: uid(event.id, programme),
      description: event.description ?? null,
      url: `${programme.siteUrl}/event?id=${encodeURIComponent(event.id)}`,
      status: event.status === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  }
  return written(calendar)
}

/** Somebody's own seat, or that it is no more. */
export type Invitation = {
  method: 'REQUEST' | 'CANCEL'
  event: Dated
  /** Tells their entry from those of others who share the calendar; the same for as long as they are registered. */
  seat: string
  to: { email: string; firstName: string }
}

export function invitation({ method, event, seat, to }: Invitation, { programme, stamp }: By): string {
  const asks = method === 'REQUEST'
  const calendar = anEmpty(ICalCalendarMethod[method])
  calendar.createEvent({
    ...common(event, programme, stamp),
    id: uid(seat, programme),
    location: event.place ?? event.onlineUrl ?? null,
    description: [
      ...(event.onlineUrl ? [`Online: ${event.onlineUrl}`] : []),
      ...(asks ? ['You have a seat. Cannot come? Please give it back with the link in our mail.'] : []),
    ].join('\n\n'),
    attendees: [attending(to)],
    alarms: asks ? [anHourBefore(event)] : [],
    status: asks ? ICalEventStatus.CONFIRMED : ICalEventStatus.CANCELLED,
  })
  return written(calendar)
}

const HOUR = 3600

const anEmpty = (method: ICalCalendarMethod) =>
  new ICalCalendar({
    method,
    prodId: { company: 'Benchmate', product: 'Events' },
    timezone: { name: null, generator: (name) => zoneNamed(name)?.rules ?? null },
  })

function common(event: Dated, programme: By['programme'], stamp: Date) {
  const zone = zoneNamed(event.timeZone)
  return {
    ...(zone && { timezone: zone.name }),
    start: new TZDate(event.startsAt, zone?.name ?? 'UTC'),
    end: new TZDate(event.endsAt, zone?.name ?? 'UTC'),
    stamp,
    sequence: event.sequence,
    summary: event.title,
    organizer: { name: programme.name, email: programme.replyTo },
  }
}

/** They registered: there is nothing to answer. */
const attending = ({ email, firstName }: Invitation['to']): ICalAttendeeData => ({
  email,
  name: firstName,
  role: ICalAttendeeRole.REQ,
  type: ICalAttendeeType.INDIVIDUAL,
  status: ICalAttendeeStatus.ACCEPTED,
  rsvp: false,
})

const anHourBefore = ({ title }: Dated): ICalAlarmData => ({
  type: ICalAlarmType.display,
  triggerBefore: HOUR,
  description: title,
})

/** Of our own domain, which nobody else makes ids for. */
const uid = (id: string, { sender }: By['programme']): string => `${id}@${sender.slice(sender.lastIndexOf('@') + 1)}`

/** A zone by the name that its rules bear; undefined when they are not known: times are then told in UTC. */
function zoneNamed(timeZone: string): { name: string; rules: string } | undefined {
  const { timeZone: known } = new Intl.DateTimeFormat('en-US', { timeZone }).resolvedOptions()
  const [rules, line] = tzlib_get_ical_block(known)
  return rules && line ? { name: line.replace('TZID=', ''), rules } : undefined
}

const written = (calendar: ICalCalendar): string => `${inOrder(calendar.toString())}\r\n`

/** Properties come before components (RFC 5545, 3.4 and 3.6.1), which the library mixes. */
function inOrder(text: string): string {
  const open: { properties: string[]; components: string[] }[] = [{ properties: [], components: [] }]
  for (const line of text.split(/\r\n(?! )/)) {
    if (line.startsWith('BEGIN:')) open.push({ properties: [line], components: [] })
    else if (!line.startsWith('END:')) open.at(-1)?.properties.push(line)
    else {
      const { properties, components } = open.pop() ?? { properties: [], components: [] }
      open.at(-1)?.components.push(...properties, ...components, line)
    }
  }
  return open.flatMap(({ properties, components }) => [...properties, ...components]).join('\r\n')
}

/** How a calendar goes over HTTP; the name is that of the file. */
export const calendarFile = (name: string) => ({
  'content-type': 'text/calendar; charset=utf-8',
  'content-disposition': `attachment; filename="${name}.ics"`,
  'cache-control': 'public, max-age=300',
})
