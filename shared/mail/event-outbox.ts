import type { Event } from '../domain/event.ts'
import type { Mail } from '../domain/mail.ts'
import type { MailFacts } from '../domain/mail-facts.ts'
import { afterQuietHours } from '../domain/quiet-hours.ts'
import { type Registration, zoneOf } from '../domain/registration.ts'

/**
 * The mails that events cause. A registration's version, or the event's sequence, tells those apart that can come again,
 * so that a repeated write is still one mail. There is none to somebody whose address we do not know, or no more.
 */

type Kind = Extract<MailFacts, { registrationId: string }>['kind']
type Made = { registration: Registration; event: Event; now: Date }

export const seatConfirmed = (made: Made, by: 'registering' | 'line' | 'offer'): Mail[] =>
  mail(made, `${made.registration.version}`, { kind: 'seat-confirmed', ...about(made, true), by })

export const inLine = (made: Made, position: number): Mail[] =>
  mail(made, `${made.registration.version}`, { kind: 'in-line', ...about(made, false), position })

export const seatOffered = (made: Made, until: string): Mail[] =>
  mail(made, `${made.registration.version}`, { kind: 'seat-offered', ...about(made, false), until })

export const offerExpired = (made: Made): Mail[] =>
  mail(made, `${made.registration.version}`, { kind: 'offer-expired', ...about(made, false) })

export const registrationCancelled = (made: Made, by: 'attendee' | 'organizer', hadSeat: boolean): Mail[] =>
  mail(made, `${made.registration.version}`, {
    kind: 'registration-cancelled',
    ...about(made, hadSeat, 'ends'),
    by,
    hadSeat,
  })

/** At most one an hour, since anybody can type any address. */
export const registeredAlready = (made: Made): Mail[] =>
  mail(made, made.now.toISOString().slice(0, 13), { kind: 'registered-already', ...about(made, false) })

export const eventChanged = (made: Made, hasSeat: boolean): Mail[] =>
  mail(made, `${made.event.sequence}`, { kind: 'event-changed', ...about(made, hasSeat), hasSeat })

export const eventCancelled = (made: Made, hadSeat: boolean): Mail[] =>
  mail(made, `${made.event.sequence}`, { kind: 'event-cancelled', ...about(made, hadSeat), hadSeat })

/** Another start has reminders of its own. */
export const eventReminder = (made: Made, lead: '7d' | '24h' | '1h'): Mail[] =>
  mail(
    made,
    `${lead}#${made.event.startsAt}`,
    { kind: 'event-reminder', ...about(made, true), lead },
    lead === '7d' ? awake(made) : made.now,
  )

export const eventThanks = (made: Made): Mail[] =>
  mail(
    made,
    made.event.startsAt,
    { kind: 'event-thanks', ...about(made, false), recordingUrl: made.event.recordingUrl },
    awake(made),
  )

const awake = ({ registration, event, now }: Made): Date => afterQuietHours(now, zoneOf(registration, event), 'day')

/**
 * The event as it is now. `sequence` counts up with each entry that this one person gets for their calendar (RFC 5545,
 * 3.8.7.4): whether the event changes, or they go and come again.
 */
function about({ registration, event }: Made, hasSeat: boolean, ends?: 'ends') {
  const { id, title, kind, timeZone, startsAt, endsAt, place, onlineUrl } = event
  const sequence = event.sequence + 2 * (registration.version - 1) + (ends ? 1 : 0)
  const inside = hasSeat ? { place, onlineUrl } : {}
  return {
    registrationId: registration.id,
    event: { id, title, kind, timeZone, startsAt, endsAt, sequence, ...inside },
  }
}

function mail(
  { registration, event, now }: Made,
  nth: string,
  facts: Extract<MailFacts, { kind: Kind }>,
  dueAt = now,
): Mail[] {
  const { person } = registration
  if (!person?.email) return []
  return [
    {
      id: `${facts.kind}#${registration.id}#${nth}`,
      kind: facts.kind,
      profileId: registration.id,
      linkVersion: registration.linkVersion,
      status: 'due',
      to: { email: person.email, firstName: person.firstName, timeZone: zoneOf(registration, event) },
      facts,
      createdAt: now.toISOString(),
      dueAt: dueAt.toISOString(),
      attempts: 0,
      version: 1,
    },
  ]
}
