import { describe, expect, it } from 'vitest'
import {
  CheckInForm,
  checkedIn,
  checkedOut,
  doorOpensAt,
  isAhead,
  WalkInForm,
  walkingIn,
} from '../../shared/domain/check-in.ts'
import type { Registration } from '../../shared/domain/registration.ts'
import type { Seats } from '../../shared/domain/seats.ts'
import { anEvent, aRegistration, inHours, seatsFor } from '../support/events.ts'
import { NOW } from '../support/profiles.ts'

/** One that begins in an hour: its door is open. */
const event = anEvent({ startsAt: inHours(1).toISOString(), endsAt: inHours(3).toISOString() })
const minutes = (count: number) => inHours(count / 60).toISOString()
const tap = (changes: { at?: string; key?: string } = {}) => ({
  at: NOW.toISOString(),
  method: 'scan' as const,
  key: 'mine',
  ...changes,
})
const here = (at: string, key: string) => aRegistration({ checkIn: { at, method: 'list', key } })

describe('at the door', () => {
  it.each([
    ['ok', 'who has a seat', aRegistration()],
    ['unknown', 'a code that we do not know', undefined],
    ['wrong-event', 'who has a seat somewhere else', aRegistration({ eventId: 'another' })],
    ['waitlisted', 'who is in line', aRegistration({ status: 'waitlisted' })],
    ['waitlisted', 'who is asked', aRegistration({ status: 'offered', dueAt: minutes(1) })],
    ['cancelled', 'who let the offer pass', aRegistration({ status: 'offered', dueAt: NOW.toISOString() })],
    ['cancelled', 'who let the offer expire', aRegistration({ status: 'expired' })],
    ['cancelled', 'who cancelled', aRegistration({ status: 'cancelled' })],
    ['cancelled', 'who came, and cancelled then', { ...here(minutes(-5), 'mine'), status: 'cancelled' }],
    ['already', 'who is in', here(minutes(-5), 'other')],
    ['ok', 'who is in by this very tap', here(minutes(-5), 'mine')],
  ] as [string, string, Registration | undefined][])('it says %s to %s', (result, _who, registration) => {
    expect(checkedIn(event, registration, tap(), NOW).result).toBe(result)
  })

  it('nobody gets into an event that is cancelled', () => {
    expect(checkedIn({ ...event, status: 'cancelled' }, aRegistration(), tap(), NOW)).toEqual({ result: 'cancelled' })
  })

  it('one comes in from two hours before the start on, and still after the end', () => {
    const opens = doorOpensAt(event)
    expect(opens).toBe(minutes(-60))
    expect(checkedIn(event, aRegistration(), tap({ at: minutes(-60) }), NOW).result).toBe('ok')
    expect(checkedIn(event, aRegistration(), tap({ at: minutes(-61) }), NOW).result).toBe('too-early')
    expect(checkedIn(event, aRegistration(), tap({ at: inHours(30).toISOString() }), inHours(30)).result).toBe('ok')
  })

  it('a clock may be some minutes ahead', () => {
    expect(isAhead(minutes(5), NOW)).toBe(false)
    expect(isAhead(minutes(6), NOW)).toBe(true)
  })
})

describe('who was first', () => {
  it('is told to the second, and stays', () => {
    expect(checkedIn(event, here(minutes(-5), 'other'), tap(), NOW)).toEqual({
      result: 'already',
      firstAt: minutes(-5),
      checkIn: { at: minutes(-5), method: 'list', key: 'other', lastAt: NOW.toISOString() },
    })
  })

  it('is who was earlier, also when the device was offline and tells it later', () => {
    expect(checkedIn(event, here(minutes(-5), 'other'), tap({ at: minutes(-9) }), NOW)).toEqual({
      result: 'already',
      firstAt: minutes(-9),
      checkIn: { at: minutes(-9), method: 'scan', key: 'other', lastAt: minutes(-5) },
    })
  })

  it('a tap that is sent again is answered as it was, and changes nothing', () => {
    const first = checkedIn(event, aRegistration(), tap(), NOW)
    expect(first).toEqual({ result: 'ok', firstAt: NOW.toISOString(), checkIn: tap() })
    const again = checkedIn(event, here(NOW.toISOString(), 'mine'), tap(), inHours(1))
    expect(again).toEqual({ result: 'ok', firstAt: NOW.toISOString() })
  })
})

describe('who comes without a seat', () => {
  const seats = (changes: Partial<Seats> = {}) => ({ ...seatsFor(event), ...changes })
  const began = inHours(1)

  it.each([
    ['take', 'when a seat is free', seats(), undefined, NOW],
    ['take', 'who had cancelled', seats(), aRegistration({ status: 'cancelled' }), NOW],
    ['take', 'after the start, whoever waits somewhere', seats({ waiting: 2 }), undefined, began],
    [
      'promote',
      'who waited, and is there when it begins',
      seats({ waiting: 2 }),
      aRegistration({ status: 'waitlisted' }),
      began,
    ],
    ['accept', 'for whom a seat is held', seats({ seatsLeft: 0, held: 1 }), aRegistration({ status: 'offered' }), NOW],
  ] as [string, string, Seats, Registration | undefined, Date][])('%s: %s', (move, _who, counts, known, now) => {
    expect(walkingIn(event, counts, known, now)).toEqual({ move })
  })

  it.each([
    ['full', 'when there is none', seats({ seatsLeft: 0 }), undefined, began],
    ['line', 'before the start, while others wait for it', seats({ waiting: 1 }), undefined, NOW],
    ['line', 'who is in line themselves', seats({ waiting: 1 }), aRegistration({ status: 'waitlisted' }), NOW],
    ['has-seat', 'who is on the list', seats(), aRegistration(), NOW],
    ['too-early', 'before the door opens', seats(), undefined, inHours(-2)],
  ] as [string, string, Seats, Registration | undefined, Date][])('%s: %s', (refused, _who, counts, known, now) => {
    expect(walkingIn(event, counts, known, now)).toEqual({ refused })
  })

  it('is not let into an event that is cancelled', () => {
    expect(walkingIn({ ...event, status: 'cancelled' }, seats(), undefined, NOW)).toEqual({ refused: 'cancelled' })
  })
})

describe('what is sent', () => {
  const form = { registrationId: 'event.1-secret', idempotencyKey: 'k' }

  it('is a time in any zone, stored in UTC', () => {
    expect(CheckInForm.parse({ ...form, at: '2027-01-12T19:00:00-06:00' }).at).toBe('2027-01-13T01:00:00.000Z')
  })

  it.each([
    [{ ...form, registrationId: ' ' }],
    [{ ...form, at: 'noon' }],
    [{ ...form, idempotencyKey: '' }],
    [{ ...form, method: 'link' }],
    [{ ...form, seat: 12 }],
  ])('is refused when it is %o', (body) => {
    expect(CheckInForm.safeParse(body).success).toBe(false)
  })

  it('needs no address of who walks in, and no answers', () => {
    const person = { firstName: 'Wu', lastName: 'Li', idempotencyKey: 'k' }
    expect(WalkInForm.parse(person)).toEqual({ ...person, consentContact: false })
    expect(WalkInForm.safeParse({ ...person, answers: {} }).success).toBe(false)
    expect(WalkInForm.safeParse({ ...person, email: 'nobody' }).success).toBe(false)
  })
})

describe('a check-in that is taken back', () => {
  const twice = { at: minutes(-10), method: 'list', key: 'mine', lastAt: minutes(-2) } as const

  it('is gone', () => {
    expect(checkedOut({ at: minutes(-10), method: 'list' }, minutes(-9))).toBeUndefined()
    expect(checkedOut(twice, minutes(-1))).toBeUndefined()
  })

  it('stays, when it was done after that, however late we hear of it', () => {
    const later = { at: minutes(-5), method: 'scan' } as const
    expect(checkedOut(later, minutes(-6))).toBe(later)
    expect(checkedOut(twice, minutes(-5))).toEqual({ ...twice, at: twice.lastAt })
  })

  it('was done last when somebody did it last, in whatever order we hear of it', () => {
    const registration = here(minutes(-5), 'other')
    expect(checkedIn(event, registration, tap({ at: minutes(-1) }), NOW)).toMatchObject({
      result: 'already',
      firstAt: minutes(-5),
      checkIn: { at: minutes(-5), lastAt: minutes(-1) },
    })
    expect(checkedIn(event, registration, tap({ at: minutes(-9) }), NOW)).toMatchObject({
      result: 'already',
      firstAt: minutes(-9),
      checkIn: { at: minutes(-9), lastAt: minutes(-5) },
    })
  })
})
