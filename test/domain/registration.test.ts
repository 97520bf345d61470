import { describe, expect, it } from 'vitest'
import { joining } from '../../shared/domain/joining.ts'
import {
  attendanceOf,
  nameless,
  partsOf,
  registrationForm,
  registrationId,
  zoneOf,
} from '../../shared/domain/registration.ts'
import { anEvent, aRegistration, aRegistrationForm, inHours } from '../support/events.ts'

describe('a registration’s id', () => {
  it('leads to its event and number', () => {
    expect(partsOf(registrationId('event', 17, 'a_B-c'))).toEqual({ eventId: 'event', number: 17 })
  })

  it.each(['', 'event', 'event.1', 'event.x-secret', 'a.b.1-secret', 'event.123456789-secret', '.1-secret'])(
    'is not %j',
    (id) => {
      expect(partsOf(id)).toBe(undefined)
    },
  )
})

describe('the form', () => {
  const form = registrationForm({ questions: [] })

  it('keeps a name as it was written, and says who may not have the address', () => {
    for (const lastName of ['O’Neill-Müller', 'שלום', '=cmd|’/C calc’!A0', '🧪']) {
      expect(form.parse({ ...aRegistrationForm(), lastName })).toMatchObject({ lastName, consentContact: false })
    }
  })

  it.each([
    ['lastName', ''],
    ['lastName', 'a\nBcc: b@example.org'],
    ['firstName', 'x'.repeat(81)],
    ['email', 'sam'],
    ['state', 'XX'],
    ['accessibilityNeeds', 'x'.repeat(1001)],
    ['consentContact', 'yes'],
    ['answers', { shoe: 42 }],
  ])('refuses %s as %j', (field, value) => {
    const { error } = form.safeParse({ ...aRegistrationForm(), [field]: value })
    expect(error?.issues.map(({ path }) => path[0])).toEqual([field])
  })
})

it('mail is written by the clock of somebody’s state, or else of the event', () => {
  const [event, registration] = [anEvent(), aRegistration()]
  expect(zoneOf(registration, event)).toBe('America/Chicago')
  expect(zoneOf({ ...registration, person: { ...aRegistrationForm(), state: 'HI' } }, event)).toBe('Pacific/Honolulu')
})

it('who did not come is known an hour after the end', () => {
  const [event, registration] = [anEvent(), aRegistration()]
  const ended = new Date(event.endsAt)
  const checkIn = { at: event.startsAt, method: 'scan' } as const
  expect(attendanceOf(registration, event, inHours(0.99, ended))).toBe('expected')
  expect(attendanceOf(registration, event, inHours(1, ended))).toBe('no-show')
  expect(attendanceOf({ ...registration, checkIn }, event, ended)).toBe('attended')
  expect(attendanceOf({ ...registration, status: 'waitlisted' }, event, inHours(1, ended))).toBe('none')
})

it('who is forgotten has no name, no words, and no link', () => {
  const registration = aRegistration({
    answers: { diet: 'Nuts' },
    organizerNote: 'A friend of Sam',
    status: 'cancelled',
  })
  const left = nameless(registration)
  expect(left).toMatchObject({ id: registration.id, status: 'cancelled', linkVersion: 2 })
  expect(JSON.stringify(left)).not.toMatch(/Sam|Rivera|Nuts|example\.org|"hash"/)
})

describe('the online door', () => {
  const event = anEvent({ onlineUrl: 'https://video.example.org/room' })
  const start = new Date(event.startsAt)
  const open = inHours(-0.25, start)
  const refused = (...args: Parameters<typeof joining>) => {
    const door = joining(...args)
    return 'refused' in door ? door.refused : undefined
  }

  it('is open from 15 minutes before until the end', () => {
    expect(joining(event, aRegistration(), open)).toEqual({ url: event.onlineUrl })
    expect(joining(event, aRegistration(), new Date(Date.parse(event.endsAt) - 1))).toEqual({ url: event.onlineUrl })
    expect(refused(event, aRegistration(), new Date(event.endsAt))).toBe('This event is over.')
    expect(refused(event, aRegistration(), new Date(open.getTime() - 1))).toMatch(
      /opens 15 minutes before the start: on Monday, March 16 at 9:45 AM CDT\.$/,
    )
  })

  it('is closed to who has no seat, and where there is none', () => {
    expect(refused(event, aRegistration({ status: 'offered' }), open)).toMatch(/no seat/)
    expect(refused(anEvent(), aRegistration(), open)).toMatch(/not take place online/)
    expect(refused({ ...event, status: 'cancelled' }, aRegistration(), open)).toMatch(/cancelled/)
  })
})
