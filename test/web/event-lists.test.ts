import { describe, expect, it } from 'vitest'
import { OrganizerEvent } from '../../web/organize/events/answers.ts'
import { doorNames } from '../../web/organize/events/door-names.ts'
import { partsOf } from '../../web/organize/events/list-parts.ts'
import { tellsPeople } from '../../web/organize/events/telling.ts'
import { besidesInWords, takenInWords, toldInWords } from '../../web/organize/events/words.ts'

describe('a list that comes back', () => {
  const list = (names: string[]) =>
    JSON.stringify({ items: names.map((name) => ({ name })), total: names.length, asOf: '2027-01-12T19:00:00.000Z' })

  it('is cut into parts that are small enough, in order, and each says how many there are', () => {
    const cut = partsOf(list(['Ana', 'Ben', 'Cho']), 30)
    if (!cut.ok) throw new Error(cut.error)
    expect(cut.parts.map(({ items }) => items)).toEqual([[{ name: 'Ana' }, { name: 'Ben' }], [{ name: 'Cho' }]])
    expect(cut.parts.map(({ total }) => total)).toEqual([3, 3])
  })

  it('has somebody too long for a part in one of their own, and nobody in none', () => {
    expect(partsOf(list(['A', 'B'.repeat(50), 'C']), 30)).toMatchObject({ parts: { length: 3 } })
    expect(partsOf(list([]))).toEqual({ ok: true, total: 0, parts: [] })
  })

  it.each(['', '[]', '{"items":[]}', 'first_name,last_name'])('is none when it says %s', (text) => {
    expect(partsOf(text)).toMatchObject({ ok: false })
  })
})

it('the door list goes from A to Z by last name, and those without a seat stand apart', () => {
  const person = (lastName: string, firstName: string, status: 'confirmed' | 'waitlisted' | 'offered') => ({
    registrationId: `${lastName} ${firstName}`,
    firstName,
    lastName,
    status,
  })
  const { inSeats, waiting } = doorNames([
    person('zimmer', 'Ana', 'confirmed'),
    person('Özdemir', 'Ben', 'confirmed'),
    person('Adams', 'Zoë', 'confirmed'),
    person('Adams', 'Ana', 'confirmed'),
    person('Lund', 'Cho', 'waitlisted'),
    person('Ito', 'Dan', 'offered'),
  ])
  expect(inSeats.map(({ registrationId }) => registrationId)).toEqual([
    'Adams Ana',
    'Adams Zoë',
    'Özdemir Ben',
    'zimmer Ana',
  ])
  expect(waiting.map(({ lastName }) => lastName)).toEqual(['Ito', 'Lund'])
})

describe('who is told of a change', () => {
  const NOW = new Date('2027-01-01T12:00Z')
  const anEvent = (changes: object = {}) =>
    OrganizerEvent.parse({
      eventId: 'event',
      status: 'published',
      title: 'Coffee',
      kind: 'meeting',
      timeZone: 'America/Chicago',
      startsAt: '2027-01-13T01:00:00.000Z',
      endsAt: '2027-01-13T02:00:00.000Z',
      capacity: 3,
      place: 'Room 3',
      registration: {},
      waitlist: { policy: 'offer' },
      questions: [],
      audience: 'everyone',
      version: 1,
      seats: { confirmed: 2, held: 1, waiting: 4, registered: 9, seatsLeft: 0 },
      ...changes,
    })

  it('is everybody who has a seat or waits, when their calendars would be wrong', () => {
    expect(tellsPeople(anEvent(), { place: null }, NOW)).toBe(true)
    expect(tellsPeople(anEvent(), { startsAt: '2027-01-13T00:00:00.000Z' }, NOW)).toBe(true)
    expect(toldInWords(anEvent())).toContain('7 people hear of it')
  })

  it('is nobody, when nothing in their calendars is another', () => {
    expect(tellsPeople(anEvent(), { capacity: 20, place: 'Room 3', onlineUrl: null }, NOW)).toBe(false)
  })

  it('is nobody of a draft, of an event without people, or of one that is over', () => {
    const none = { confirmed: 0, held: 0, waiting: 0, registered: 2 }
    expect(tellsPeople(anEvent({ status: 'draft' }), { title: 'Tea' }, NOW)).toBe(false)
    expect(tellsPeople(anEvent({ seats: none }), { title: 'Tea' }, NOW)).toBe(false)
    expect(tellsPeople(anEvent(), { title: 'Tea' }, new Date('2027-02-01'))).toBe(false)
    expect(toldInWords(anEvent({ seats: none }))).toBe('Nobody has registered, so nobody is told.')
  })

  it('how full it is stands beside it', () => {
    expect(takenInWords(anEvent())).toBe('3 of 3')
    expect(takenInWords(anEvent({ capacity: undefined }))).toBe('3')
    expect(besidesInWords(anEvent())).toBe('1 held, 4 in line')
  })
})
