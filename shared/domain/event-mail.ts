import { type Event, hasEnded } from './event.ts'
import type { MailFacts } from './mail-facts.ts'
import { isIn, type Registration } from './registration.ts'
import { hasLapsed } from './seating.ts'

/** What mails about a registration are good for when they go out, which may be later than they were written. */

export type EventFacts = Extract<MailFacts, { registrationId: string }>

export const isAboutEvent = (facts: MailFacts): facts is EventFacts => 'registrationId' in facts

/** From when on a reminder comes too late, in milliseconds before the start: the next one is due, or it has begun. */
const TOO_LATE = { '7d': 24 * 3_600_000, '24h': 3_600_000, '1h': 0 }

/** What a mail about a change says. `sequence` is none of it: that is one person's, and counts what they did, too. */
const OUTSIDE = ['title', 'timeZone', 'startsAt', 'endsAt'] as const
const SAID = { outside: OUTSIDE, inside: [...OUTSIDE, 'place', 'onlineUrl'] as const }

/** Whether there is still a point in it: what it says is true, and nothing newer is on its way. */
export function hasPoint(facts: EventFacts, event: Event, registration: Registration, now: Date): boolean {
  const { status } = registration
  if (!registration.person) return false
  if (facts.kind === 'event-cancelled') return true
  if (facts.kind === 'event-thanks') return event.status === 'published'
  if (facts.kind === 'registration-cancelled') return !isIn(registration)
  if (event.status !== 'published' || hasEnded(event, now)) return false
  switch (facts.kind) {
    case 'seat-confirmed':
      return status === 'confirmed'
    case 'in-line':
      return status === 'waitlisted'
    case 'seat-offered':
      return status === 'offered' && registration.dueAt === facts.until && !hasLapsed(registration, now)
    case 'offer-expired':
      return status === 'expired'
    case 'registered-already':
      return true
    case 'event-changed':
      return (
        isIn(registration) &&
        SAID[facts.hasSeat ? 'inside' : 'outside'].every((field) => facts.event[field] === event[field])
      )
    case 'event-reminder':
      return (
        status === 'confirmed' &&
        event.startsAt === facts.event.startsAt &&
        now.getTime() < Date.parse(event.startsAt) - TOO_LATE[facts.lead]
      )
  }
}
