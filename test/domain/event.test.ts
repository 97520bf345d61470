import { describe, expect, it } from 'vitest'
import { EventForm, timesRefused } from '../../shared/domain/event.ts'
import {
  cancelledEvent,
  changedFields,
  copiedEvent,
  type EventPatch,
  editedEvent,
  editRefused,
  movedTo,
  seatsRefused,
} from '../../shared/domain/event-edit.ts'
import { monthOf, organizerRegistrationView } from '../../shared/domain/event-view.ts'
import { newSeats } from '../../shared/domain/seats.ts'
import { anEvent, aRegistration, inHours } from '../support/events.ts'
import { NOW } from '../support/profiles.ts'

const at = (hours: number) => inHours(hours).toISOString()
const event = anEvent({ place: 'Room 3' })
const edited = (patch: EventPatch, before = event) => editedEvent(before, patch, inHours(1))
const refusedFields = (patch: EventPatch, before = event, now = NOW) =>
  editRefused(before, editedEvent(before, patch, now), now).map(({ path }) => path)

it('an event is in the month in which it begins by its own clock', () => {
  const startsAt = '2027-02-01T01:00:00.000Z'
  expect(monthOf({ startsAt, timeZone: 'America/Chicago' })).toBe('2027-01')
  expect(monthOf({ startsAt, timeZone: 'UTC' })).toBe('2027-02')
})

describe('the times of an event', () => {
  const times = (startsAt: string, endsAt: string, registration = {}) =>
    timesRefused({ startsAt, endsAt, registration }, NOW).map(({ path }) => path)

  it('are to come, end after they begin, and within a month', () => {
    expect(times(at(1), at(2))).toEqual([])
    expect(times(at(0), at(2))).toEqual(['startsAt'])
    expect(times(at(2), at(2))).toEqual(['endsAt'])
    expect(times(at(1), at(1 + 31 * 24))).toEqual([])
    expect(times(at(1), at(2 + 31 * 24))).toEqual(['endsAt'])
  })

  it('let registration close by the end, and open before that', () => {
    expect(times(at(5), at(6), { opensAt: at(1), closesAt: at(6) })).toEqual([])
    expect(times(at(5), at(6), { closesAt: at(7) })).toEqual(['registration.closesAt'])
    expect(times(at(5), at(6), { opensAt: at(6) })).toEqual(['registration.opensAt'])
  })

  it('are kept in UTC whatever zone they are sent in, and of years that there are', () => {
    const form = (startsAt: string) =>
      EventForm.safeParse({ title: 'T', kind: 'meeting', timeZone: 'America/Chicago', startsAt, endsAt: startsAt })
    expect(form('2027-01-12T19:00:00-06:00').data?.startsAt).toBe('2027-01-13T01:00:00.000Z')
    for (const never of [
      '9999-12-31T23:59:59-12:00',
      '0000-01-01T00:00:00+12:00',
      '2027-02-30T00:00:00Z',
      '2027-01-12',
    ]) {
      expect([never, form(never).success]).toEqual([never, false])
    }
  })
})

describe('an edit', () => {
  it('counts the calendar up when time, zone, place or title is another one, and else not', () => {
    const patches: [EventPatch, number][] = [
      [{ title: 'Tea' }, 1],
      [{ startsAt: at(400), endsAt: at(402) }, 1],
      [{ timeZone: 'America/Denver' }, 1],
      [{ place: null }, 1],
      [{ onlineUrl: 'https://meet.example.org' }, 1],
      [{ description: 'Bring a mug.', capacity: 99, kind: 'course' }, 0],
      [{ title: event.title }, 0],
      [{}, 0],
    ]
    for (const [patch, sequence] of patches) expect([patch, edited(patch).sequence]).toEqual([patch, sequence])
  })

  it('names the fields that it changes, and none when it repeats what is there', () => {
    expect(changedFields(event, edited({ title: 'Tea', capacity: 10, override: true, version: 3 }))).toEqual(['title'])
    expect(changedFields(event, edited({ place: null, description: 'x' }))).toEqual(['description', 'place'])
    expect(changedFields(event, edited({ registration: {}, waitlist: { policy: 'offer' } }))).toEqual([])
  })

  it('keeps what a question that goes was called, once, until it is asked again', () => {
    const ask = (...keys: string[]) => ({
      questions: keys.map((key) => ({ key, type: 'text' as const, label: key.toUpperCase(), required: false })),
    })
    const gone = edited(ask('b'), edited(ask('a', 'b')))
    expect(gone.askedBefore).toEqual([{ key: 'a', label: 'A', type: 'text' }])
    expect(edited(ask(), gone).askedBefore?.map(({ key }) => key)).toEqual(['a', 'b'])
    expect(edited({ title: 'Tea' }, gone).askedBefore).toEqual(gone.askedBefore)
    expect(edited(ask('a', 'b'), gone)).not.toHaveProperty('askedBefore')
  })

  it('looks at the times that it changes alone: what has begun can still be mended', () => {
    const begun = anEvent({ startsAt: at(-1), endsAt: at(1) })
    expect(refusedFields({ recordingUrl: 'https://video.example.org' }, begun)).toEqual([])
    expect(refusedFields({ endsAt: at(2) }, begun)).toEqual([])
    expect(refusedFields({ endsAt: at(-2) }, begun)).toEqual(['endsAt'])
    expect(refusedFields({ startsAt: at(-2) }, begun)).toEqual(['startsAt'])
    expect(refusedFields({ startsAt: at(3), endsAt: at(4) }, begun)).toEqual([])
  })

  it('publishes nothing that would be over already', () => {
    const draft = anEvent({ status: 'draft', startsAt: at(-3), endsAt: at(-2) })
    expect(refusedFields({ status: 'published' }, draft)).toEqual(['startsAt'])
    expect(refusedFields({ title: 'Tea' }, draft)).toEqual([])
  })
})

describe('seats', () => {
  const taken = { ...newSeats('event', 10), confirmed: 6, held: 2, seatsLeft: 2, registered: 9 }
  const why = (patch: EventPatch, seats = taken) => seatsRefused(event, edited(patch), seats, patch.override)

  it('can be more, or as few as are taken; fewer only on purpose', () => {
    for (const capacity of [null, 8, 10, 11]) expect(why({ capacity })).toBeUndefined()
    expect(why({ capacity: 7 })).toMatch(/^8 seats are taken\..*"override": true/)
    expect(why({ capacity: 7, override: true })).toBeUndefined()
  })

  it('that stay as they are do not get in the way of other changes', () => {
    expect(why({ title: 'Tea' }, { ...taken, capacity: 5, seatsLeft: -3 })).toBeUndefined()
  })

  it('keep an event from becoming a draft again once somebody has registered', () => {
    expect(why({ status: 'draft' })).toMatch(/cannot become a draft/)
    expect(why({ status: 'draft' }, { ...taken, registered: 0 })).toBeUndefined()
  })
})

describe('a copy', () => {
  const registration = { opensAt: at(24), closesAt: at(13 * 24) }
  const first = anEvent({ registration, series: { id: 's', rule: 'FREQ=DAILY', index: 2 }, sequence: 4, version: 9 })

  it('is a draft of its own, with everything at the same distance from its start', () => {
    const copy = copiedEvent(first, { id: 'copy', startsAt: at(1000), now: NOW })
    expect(copy).toMatchObject({ id: 'copy', status: 'draft', sequence: 0, version: 1, title: first.title })
    expect(copy).toMatchObject({ startsAt: at(1000), endsAt: at(1002) })
    const shift = 1000 - 14 * 24
    expect(copy.registration).toEqual({ opensAt: at(24 + shift), closesAt: at(13 * 24 + shift) })
    for (const field of ['series', 'nextStep', 'dueAt', 'announcements']) expect(copy).not.toHaveProperty(field)
    expect(copiedEvent(first, { id: 'copy', startsAt: at(1000), endsAt: at(1005), now: NOW }).endsAt).toBe(at(1005))
  })

  it('without a registration window gets none', () => {
    expect(movedTo(event, at(500)).registration).toEqual({})
  })
})

it('a cancelled event counts the calendar up', () => {
  expect(cancelledEvent(event, NOW)).toMatchObject({ status: 'cancelled', sequence: 1 })
})

it('what became of a registration is told in words', () => {
  const history = [
    { at: at(0), move: 'queue', by: 'attendee' },
    { at: at(1), move: 'offer', by: 'system' },
    { at: at(5), move: 'expire', by: 'system' },
    { at: at(6), move: 'something new', by: 'organizer' },
  ] as const
  const view = organizerRegistrationView(aRegistration({ history: [...history] }), { event, position: 3, now: NOW })
  expect(view.history.map(({ what }) => what)).toEqual([
    'joined the line',
    'offered a seat',
    'offer expired',
    'something new',
  ])
  expect(view).toMatchObject({ registrationId: 'event.1-secret', position: 3, attendance: 'expected' })
  for (const secret of ['addressHash', 'linkVersion', 'waitNumber']) expect(view).not.toHaveProperty(secret)
})
