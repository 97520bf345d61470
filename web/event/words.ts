import { momentIn } from './times.ts'
import type { EventView } from './views.ts'

/** Words for what an event is, and how full. */

export const KINDS: Record<EventView['kind'], { one: string; many: string }> = {
  meeting: { one: 'Meeting', many: 'Meetings' },
  course: { one: 'Course', many: 'Courses' },
  circle: { one: 'Support circle', many: 'Support circles' },
}

const AUDIENCES: Record<EventView['audience'], string> = {
  everyone: 'for everybody',
  members: 'for members of the programme',
  mentors: 'for mentors',
  mentees: 'for mentees',
}

/** `Course, for mentees`. */
export const whatItIs = ({ kind, audience }: EventView): string => `${KINDS[kind].one}, ${AUDIENCES[audience]}`

export const hasLine = ({ waitlist }: EventView): boolean => waitlist.policy !== 'off'
export const isFull = ({ seatsLeft }: EventView): boolean => seatsLeft === 0
export const isOver = ({ endsAt }: EventView, now: Date): boolean => Date.parse(endsAt) <= now.getTime()

/** Whether one can get in, and how: `3 seats left`, `Full: 4 people in line`. */
export function seatsInWords(event: EventView): string {
  const { status, seatsLeft, waitlistLength, registration, timeZone } = event
  if (status === 'cancelled') return 'Cancelled'
  if (registration.window === 'not-yet' && registration.opensAt)
    return `Registration opens on ${momentIn(registration.opensAt, timeZone)}`
  if (registration.window === 'closed') return 'Registration is closed'
  if (seatsLeft === undefined) return 'Seats for everybody'
  if (seatsLeft > 0) return seatsLeft === 1 ? '1 seat left' : `${seatsLeft} seats left`
  if (!hasLine(event)) return 'Full'
  return waitlistLength === 0 ? 'Full: you would be the first in line' : `Full: ${people(waitlistLength)} in line`
}

/** Only people with a seat see where. */
export function whereInWords({ isOnline, hasPlace }: EventView): string {
  if (isOnline && hasPlace) return 'In person and online. People with a seat see the place and the link.'
  if (isOnline) return 'Online. People with a seat see the link.'
  return hasPlace ? 'In person. People with a seat see the place.' : 'Not known yet. People with a seat hear of it.'
}

export const people = (count: number): string => (count === 1 ? '1 person' : `${count} people`)

const ENDINGS: Partial<Record<Intl.LDMLPluralRule, string>> = { one: 'st', two: 'nd', few: 'rd' }
const ordinals = new Intl.PluralRules('en-US', { type: 'ordinal' })

/** `3rd`. */
export const ordinal = (count: number): string => `${count}${ENDINGS[ordinals.select(count)] ?? 'th'}`
