import { describe, expect, it } from 'vitest'
import { REGISTRATION_STATUSES } from '../../shared/domain/registration.ts'
import {
  admission,
  canMove,
  givingUp,
  hasLapsed,
  MOVES,
  type Move,
  type Moved,
  move,
  newcomer,
  offerEndsAt,
  serve,
  toServe,
} from '../../shared/domain/seating.ts'
import { newSeats } from '../../shared/domain/seats.ts'
import { anEvent, aRegistration, aRegistrationForm, inHours } from '../support/events.ts'
import { NOW } from '../support/profiles.ts'

const STATUSES = [undefined, ...REGISTRATION_STATUSES] as const
const seats = {
  ...newSeats('event', 10),
  seatsLeft: 5,
  confirmed: 3,
  held: 2,
  waiting: 4,
  registered: 12,
  waitSequence: 6,
}

/** Where each move leads from each status; nothing where it is refused. */
const TABLE: Record<Move, Partial<Record<`${(typeof STATUSES)[number]}`, string>>> = {
  take: { undefined: 'confirmed', cancelled: 'confirmed', expired: 'confirmed' },
  queue: { undefined: 'waitlisted', cancelled: 'waitlisted', expired: 'waitlisted' },
  offer: { waitlisted: 'offered' },
  promote: { waitlisted: 'confirmed' },
  accept: { offered: 'confirmed' },
  decline: { offered: 'cancelled' },
  expire: { offered: 'expired' },
  cancel: { confirmed: 'cancelled' },
  leave: { waitlisted: 'cancelled' },
}

describe.each(Object.keys(MOVES) as Move[])('the move “%s”', (each) => {
  it.each(STATUSES)('from %s is what the table says', (status) => {
    const to = TABLE[each][`${status}`]
    const { status: _any, ...rest } = aRegistration({ waitNumber: 5, dueAt: NOW.toISOString() })
    const registration = status ? { ...rest, status } : rest
    expect(canMove(status, each)).toBe(to !== undefined)
    const moving = () => move(seats, registration, each, 'organizer', NOW)
    if (!to) return expect(moving).toThrow(`A registration that is ${status} cannot ${each}.`)
    const after = moving()
    expect(after.registration.status).toBe(to)
    expect(after.registration.history.at(-1)).toEqual({ at: NOW.toISOString(), move: each, by: 'organizer' })
    const { confirmed, held, seatsLeft = 0 } = after.seats
    expect(confirmed + held + seatsLeft).toBe(10)
  })
})

describe('a registration that moves', () => {
  it('has a place in line only while it waits or is asked', () => {
    const waiting = move(
      seats,
      newcomer('event', seats, aRegistrationForm(), made).registration,
      'queue',
      'attendee',
      NOW,
    )
    expect(waiting.registration.waitNumber).toBe(7)
    expect(waiting.seats.waitSequence).toBe(7)
    const asked = move(waiting.seats, waiting.registration, 'offer', 'system', NOW)
    expect(asked.registration.waitNumber).toBe(7)
    expect(move(asked.seats, asked.registration, 'accept', 'attendee', NOW).registration).not.toHaveProperty(
      'waitNumber',
    )
    expect(move(asked.seats, asked.registration, 'expire', 'system', NOW).registration).not.toHaveProperty('dueAt')
  })

  it('says when and by whom it was cancelled, until it comes back', () => {
    const gone = move(seats, aRegistration(), 'cancel', 'organizer', NOW)
    expect(gone.registration).toMatchObject({ cancelledAt: NOW.toISOString(), cancelledBy: 'organizer' })
    const back = move(gone.seats, gone.registration, 'take', 'attendee', NOW).registration
    expect(back).not.toHaveProperty('cancelledAt')
    expect(back).not.toHaveProperty('cancelledBy')
  })

  it('keeps its latest fifty steps', () => {
    let each: Moved = { registration: aRegistration(), seats }
    for (let n = 0; n < 40; n++) {
      each = move(each.seats, each.registration, 'cancel', 'attendee', NOW)
      each = move(each.seats, each.registration, 'take', 'attendee', NOW)
    }
    expect(each.registration.history).toHaveLength(50)
    expect(each.registration.history.at(-1)?.move).toBe('take')
  })
})

const made = { addressHash: 'hash', secret: 'secret', source: 'form', now: NOW } as const

describe('a newcomer', () => {
  const free = { ...newSeats('event', 2), seatsLeft: 1, confirmed: 1 }
  const full = { ...free, seatsLeft: 0, confirmed: 2 }

  it('takes a free seat, or the end of the line', () => {
    expect(admission(anEvent(), free, NOW)).toEqual({ move: 'take' })
    expect(admission(anEvent(), full, NOW)).toEqual({ move: 'queue' })
    expect(admission(anEvent(), newSeats('event', undefined), NOW)).toEqual({ move: 'take' })
  })

  it('never takes a seat that the line waits for', () => {
    expect(admission(anEvent(), { ...free, waiting: 1 }, NOW)).toEqual({ move: 'queue' })
  })

  it('is refused where there is no line', () => {
    expect(admission(anEvent({ waitlist: { policy: 'off' } }), full, NOW)).toEqual({ refused: 'full' })
  })

  it('comes while registration is open', () => {
    const event = anEvent({ registration: { opensAt: inHours(1).toISOString(), closesAt: inHours(5).toISOString() } })
    expect(admission(event, free, NOW)).toEqual({ refused: 'not-yet' })
    expect(admission(event, free, inHours(1))).toEqual({ move: 'take' })
    expect(admission(event, free, inHours(5))).toEqual({ refused: 'closed' })
  })

  it.each(['draft', 'cancelled'] as const)('is refused by an event that is %s', (status) => {
    expect(admission(anEvent({ status }), free, NOW)).toEqual({ refused: status })
  })

  it('gets the next number, and an id that leads to it', () => {
    const { registration, seats: counted } = newcomer('event', seats, aRegistrationForm(), made)
    expect(registration).toMatchObject({ id: 'event.13-secret', number: 13 })
    expect(counted.registered).toBe(13)
  })
})

describe('an offered seat is held', () => {
  const until = (hoursLeft: number, now = NOW, timeZone = 'America/Chicago') => {
    const startsAt = inHours(hoursLeft, now).toISOString()
    const end = offerEndsAt(anEvent({ startsAt }), timeZone, now)
    return end && (end.getTime() - now.getTime()) / 3_600_000
  }
  /** 8 in the morning in Chicago. */
  const morning = new Date('2026-03-02T14:00:00Z')

  it('for a quarter of the time that is left', () => {
    expect(until(24, morning)).toBe(6)
    expect(until(16, morning)).toBe(4)
  })

  it('for two hours at least, and a day at most', () => {
    expect(until(5, morning)).toBe(2)
    expect(until(24 * 30, morning)).toBe(24)
  })

  it('until the morning when it would end at night', () => {
    // 15 hours from 8:00 is 23:00; the quiet hours end at 7:00.
    expect(until(60, morning)).toBe(23)
    // In Hawaii it is 4:00 then, and 19:00 in 15 hours.
    expect(until(60, morning, 'Pacific/Honolulu')).toBe(15)
  })

  it('by the clocks of the night in which they change', () => {
    // 23:00 on Saturday, 7 March 2026, in Chicago; on Sunday clocks go from 2:00 to 3:00.
    const saturday = new Date('2026-03-08T05:00:00Z')
    const end = offerEndsAt(anEvent({ startsAt: inHours(20, saturday).toISOString() }), 'America/Chicago', saturday)
    expect(end?.toISOString()).toBe('2026-03-08T12:00:00.000Z')
  })

  it('not at all in the last three hours, nor when nobody could answer an hour before the start', () => {
    expect(until(3, morning)).toBe(undefined)
    expect(until(3.01, morning)).toBe(2)
    // At 20:00, for 6:00: two and a half hours end at night.
    expect(until(10, new Date('2026-03-03T02:00:00Z'))).toBe(undefined)
  })
})

describe('the line’s head', () => {
  const head = aRegistration({ status: 'waitlisted', waitNumber: 1 })
  const one = { ...newSeats('event', 2), seatsLeft: 1, confirmed: 1, waiting: 1 }

  it('is asked, or has the seat at once, as the event wants it', () => {
    expect(serve(anEvent(), one, head, NOW).registration).toMatchObject({
      status: 'offered',
      dueAt: expect.any(String),
    })
    const auto = anEvent({ waitlist: { policy: 'auto' } })
    expect(serve(auto, one, head, NOW).registration).toMatchObject({ status: 'confirmed' })
    const soon = anEvent({ startsAt: inHours(2).toISOString() })
    expect(serve(soon, one, head, NOW).registration).toMatchObject({ status: 'confirmed' })
  })

  it('sleeps by the clock of the state it lives in', () => {
    const person = { ...aRegistrationForm(), state: 'HI' as const }
    const startsAt = inHours(60, new Date('2026-03-02T14:00:00Z')).toISOString()
    const served = serve(anEvent({ startsAt }), one, { ...head, person }, new Date('2026-03-02T14:00:00Z'))
    expect(served.registration.dueAt).toBe('2026-03-03T05:00:00.000Z')
  })

  it('is served while there are seats, until it begins', () => {
    const event = anEvent()
    expect(toServe(event, { ...one, seatsLeft: 3, waiting: 2 }, NOW)).toBe(2)
    expect(toServe(event, { ...one, seatsLeft: 1, waiting: 2 }, NOW)).toBe(1)
    expect(toServe(event, { ...one, seatsLeft: -1, waiting: 2 }, NOW)).toBe(0)
    expect(toServe(event, { ...newSeats('event', undefined), waiting: 2 }, NOW)).toBe(2)
    expect(toServe(event, one, new Date(event.startsAt))).toBe(0)
    expect(toServe(anEvent({ status: 'cancelled' }), one, NOW)).toBe(0)
  })
})

it('an offer lapses at its moment, by the clock of whoever looks', () => {
  const offered = aRegistration({ status: 'offered', dueAt: inHours(2).toISOString() })
  expect([1.99, 2].map((hours) => hasLapsed(offered, inHours(hours)))).toEqual([false, true])
  expect(hasLapsed({ ...offered, status: 'confirmed' }, inHours(3))).toBe(false)
})

it('who gives up what they have makes the move that fits', () => {
  const moves = REGISTRATION_STATUSES.map((status) => [status, givingUp(aRegistration({ status }))])
  expect(Object.fromEntries(moves)).toEqual({
    confirmed: 'cancel',
    waitlisted: 'leave',
    offered: 'decline',
    cancelled: undefined,
    expired: undefined,
  })
})
