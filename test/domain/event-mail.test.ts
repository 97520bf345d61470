import { describe, expect, it } from 'vitest'
import type { Event } from '../../shared/domain/event.ts'
import { type EventFacts, hasPoint, isAboutEvent } from '../../shared/domain/event-mail.ts'
import { REGISTRATION_STATUSES, type Registration } from '../../shared/domain/registration.ts'
import * as outbox from '../../shared/mail/event-outbox.ts'
import { stillWanted } from '../../shared/mail/still-wanted.ts'
import { anEvent, aRegistration, inHours, seatsFor } from '../support/events.ts'
import { NOW } from '../support/profiles.ts'

/** Whether a mail that was written some time ago still says what is true. */

const until = inHours(6).toISOString()
const event = anEvent()
const made = { registration: aRegistration(), event, now: NOW }
const WRITTEN = {
  seatConfirmed: outbox.seatConfirmed(made, 'registering'),
  inLine: outbox.inLine(made, 2),
  seatOffered: outbox.seatOffered(made, until),
  offerExpired: outbox.offerExpired(made),
  registrationCancelled: outbox.registrationCancelled(made, 'attendee', true),
  registeredAlready: outbox.registeredAlready(made),
  eventChanged: outbox.eventChanged(made, true),
  eventCancelled: outbox.eventCancelled(made, true),
  eventReminder: outbox.eventReminder(made, '24h'),
  eventThanks: outbox.eventThanks(made),
}
type Name = keyof typeof WRITTEN
const names = Object.keys(WRITTEN) as Name[]

function factsOf(name: Name): EventFacts {
  const facts = WRITTEN[name][0]?.facts
  if (!facts || !isAboutEvent(facts)) throw new Error('It is about an event.')
  return facts
}
/** Those of all kinds of mail that would still be sent. */
const sent = (registration: Partial<Registration>, changes: Partial<Event> = {}, now = NOW) =>
  names.filter((name) => hasPoint(factsOf(name), { ...event, ...changes }, aRegistration(registration), now))

const ALWAYS = ['registeredAlready', 'eventCancelled', 'eventThanks']

describe('a mail is sent to somebody', () => {
  it.each([
    ['confirmed', ['seatConfirmed', 'eventChanged', 'eventReminder']],
    ['waitlisted', ['inLine', 'eventChanged']],
    ['offered', ['seatOffered', 'eventChanged']],
    ['cancelled', ['registrationCancelled']],
    ['expired', ['offerExpired', 'registrationCancelled']],
  ] as const)('who is %s by then only if it is true of them', (status, fitting) => {
    expect(sent({ status, dueAt: until }).toSorted()).toEqual([...ALWAYS, ...fitting].toSorted())
  })

  it('of an offer until it is over, and not of an older one', () => {
    const offered = { status: 'offered', dueAt: until } as const
    expect(sent(offered, {}, inHours(5.9))).toContain('seatOffered')
    expect(sent(offered, {}, inHours(6))).not.toContain('seatOffered')
    expect(sent({ ...offered, dueAt: inHours(7).toISOString() })).not.toContain('seatOffered')
  })

  it('of an event that is cancelled only to say so', () => {
    for (const status of REGISTRATION_STATUSES) {
      const gone = status === 'cancelled' || status === 'expired' ? ['registrationCancelled'] : []
      expect(sent({ status }, { status: 'cancelled' }), status).toEqual([...gone, 'eventCancelled'])
    }
  })

  it('of a change unless there is a newer one', () => {
    for (const change of [{ title: 'Tea' }, { endsAt: inHours(500).toISOString() }, { place: 'Elsewhere' }]) {
      expect(sent({}, change)).not.toContain('eventChanged')
    }
  })

  it('of a change whatever they did before and since: waited, accepted, were checked in', () => {
    const registration = aRegistration({ version: 3 })
    const [letter] = outbox.eventChanged({ ...made, registration }, true)
    const facts = letter?.facts
    if (!facts || !isAboutEvent(facts)) throw new Error('It is about an event.')
    for (const version of [3, 4]) expect(hasPoint(facts, event, aRegistration({ version }), NOW)).toBe(true)
  })

  it('as a reminder of this start, and before the next reminder', () => {
    const start = new Date(event.startsAt)
    expect(sent({}, { startsAt: inHours(50).toISOString() })).not.toContain('eventReminder')
    expect(sent({}, {}, inHours(-1.01, start))).toContain('eventReminder')
    expect(sent({}, {}, inHours(-1, start))).not.toContain('eventReminder')
  })

  it('never who is forgotten, and of an event that is over only thanks', () => {
    expect(sent({ person: undefined })).toEqual([])
    expect(sent({}, {}, new Date(event.endsAt))).toEqual(['eventCancelled', 'eventThanks'])
  })
})

describe('the sender', () => {
  const mail = WRITTEN.inLine[0]
  const wants = (
    around: () => Promise<{ event: Event; seats: ReturnType<typeof seatsFor>; registration: Registration } | undefined>,
  ) => {
    if (!mail) throw new Error('It was written.')
    const nothing = { get: async () => undefined }
    return stillWanted({ profiles: nothing, matches: nothing, registrations: { around } })(mail, NOW)
  }

  it('asks for the registration as it is now', async () => {
    const found = (status: Registration['status']) => async () => ({
      event,
      seats: seatsFor(event),
      registration: aRegistration({ status }),
    })
    expect(await wants(found('waitlisted'))).toBe('send')
    expect(await wants(found('offered'))).toBe('drop')
    expect(await wants(async () => undefined)).toBe('drop')
  })
})
