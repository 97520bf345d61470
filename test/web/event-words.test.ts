import { describe, expect, it } from 'vitest'
import { leftUntil, monthOf, onYourClock, whenOf } from '../../web/event/times.ts'
import type { EventView } from '../../web/event/views.ts'
import { ordinal, seatsInWords } from '../../web/event/words.ts'

const evening = { startsAt: '2027-01-13T01:00:00Z', endsAt: '2027-01-13T02:30:00Z', timeZone: 'America/Chicago' }

describe('when an event is', () => {
  it('is told in its own zone, with its name', () => {
    expect(whenOf(evening)).toBe('Tuesday, January 12, 2027, 7:00 PM to 8:30 PM Central Standard Time')
  })

  it('follows daylight saving', () => {
    const summer = { ...evening, startsAt: '2027-07-14T00:00:00Z', endsAt: '2027-07-14T01:30:00Z' }
    expect(whenOf(summer)).toBe('Tuesday, July 13, 2027, 7:00 PM to 8:30 PM Central Daylight Time')
  })

  it('has the day of its end when that is another one', () => {
    expect(whenOf({ ...evening, endsAt: '2027-01-13T07:00:00Z' })).toBe(
      'Tuesday, January 12, 2027, 7:00 PM to Wednesday, January 13, 2027, 1:00 AM Central Standard Time',
    )
  })

  it.for([
    ['America/New_York', '8:00 PM to 9:30 PM Eastern Standard Time'],
    ['Europe/Berlin', 'Wednesday, January 13, 2027, 2:00 AM to 3:30 AM Central European Standard Time'],
    ['America/Menominee', undefined],
  ] as const)('is told on the clock of somebody in %s where that says something else', ([zone, words]) => {
    expect(onYourClock(evening, zone)).toBe(words)
  })

  it('is in the month that they have there', () => {
    const lastEvening = { ...evening, startsAt: '2027-02-01T01:00:00Z' }
    expect(monthOf(lastEvening)).toBe('January 2027')
  })
})

describe('how long an offer holds', () => {
  it.for([
    ['2027-01-13T00:59:30Z', 'a minute'],
    ['2027-01-12T23:45:00Z', '75 minutes'],
    ['2027-01-12T20:10:00Z', 'about 5 hours'],
    ['2027-01-13T01:00:00Z', undefined],
  ] as const)('at %s', ([now, words]) => {
    expect(leftUntil(evening.startsAt, new Date(now))).toBe(words)
  })
})

describe('how full an event is', () => {
  const event: EventView = {
    ...evening,
    eventId: 'e',
    title: 'Coffee',
    kind: 'meeting',
    waitlistLength: 0,
    waitlist: { policy: 'offer' },
    registration: { window: 'open' },
    questions: [],
    audience: 'everyone',
    isOnline: false,
    hasPlace: true,
    status: 'published',
  }
  const opensAt = '2027-01-05T15:00:00Z'
  it.for<[Partial<EventView>, string]>([
    [{}, 'Seats for everybody'],
    [{ seatsLeft: 3 }, '3 seats left'],
    [{ seatsLeft: 1 }, '1 seat left'],
    [{ seatsLeft: 0 }, 'Full: you would be the first in line'],
    [{ seatsLeft: 0, waitlistLength: 1 }, 'Full: 1 person in line'],
    [{ seatsLeft: 0, waitlistLength: 4 }, 'Full: 4 people in line'],
    [{ seatsLeft: 0, waitlist: { policy: 'off' } }, 'Full'],
    [{ seatsLeft: 3, registration: { window: 'closed' } }, 'Registration is closed'],
    [
      { seatsLeft: 3, registration: { window: 'not-yet', opensAt } },
      'Registration opens on Tuesday, January 5, 2027, 9:00 AM Central Standard Time',
    ],
    [{ seatsLeft: 3, status: 'cancelled' }, 'Cancelled'],
  ])('%o is told as “%s”', ([how, words]) => {
    expect(seatsInWords({ ...event, ...how })).toBe(words)
  })
})

it('places in line are counted as people count', () => {
  expect([1, 2, 3, 4, 11, 12, 21, 102, 113].map(ordinal)).toEqual([
    '1st',
    '2nd',
    '3rd',
    '4th',
    '11th',
    '12th',
    '21st',
    '102nd',
    '113th',
  ])
})
