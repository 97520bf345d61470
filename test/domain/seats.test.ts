import { describe, expect, it } from 'vitest'
import { hasRoom, miscounts, moved, newSeats, resized, type Seats } from '../../shared/domain/seats.ts'

const someSeats: Seats = { ...newSeats('event', 10), seatsLeft: 5, confirmed: 4, held: 1, waiting: 2, registered: 8 }

describe('the counts of an event', () => {
  it.each([
    [undefined, 'confirmed', { seatsLeft: 4, confirmed: 5 }],
    [undefined, 'waitlisted', { waiting: 3 }],
    ['waitlisted', 'offered', { waiting: 1, held: 2, seatsLeft: 4 }],
    ['waitlisted', 'confirmed', { waiting: 1, confirmed: 5, seatsLeft: 4 }],
    ['waitlisted', 'cancelled', { waiting: 1 }],
    ['offered', 'confirmed', { held: 0, confirmed: 5 }],
    ['offered', 'expired', { held: 0, seatsLeft: 6 }],
    ['confirmed', 'cancelled', { confirmed: 3, seatsLeft: 6 }],
  ] as const)('follow somebody from %s to %s', (from, to, changed) => {
    expect(moved(someSeats, from, to)).toEqual({ ...someSeats, ...changed })
  })

  it('know no seats left where everybody gets in', () => {
    const seats = moved(newSeats('event', undefined), undefined, 'confirmed')
    expect(seats).toMatchObject({ confirmed: 1 })
    expect(seats).not.toHaveProperty('seatsLeft')
    expect(hasRoom(seats)).toBe(true)
  })

  it('stay what they are when there are more seats, fewer than are taken, or no limit', () => {
    expect(resized(someSeats, 12)).toEqual({ ...someSeats, capacity: 12, seatsLeft: 7 })
    expect(resized(someSeats, 3)).toEqual({ ...someSeats, capacity: 3, seatsLeft: -2 })
    expect(hasRoom(resized(someSeats, 5))).toBe(false)
    const { capacity: _all, seatsLeft: _left, ...counts } = someSeats
    expect(resized(someSeats, undefined)).toEqual(counts)
    expect(resized(resized(someSeats, undefined), 10)).toEqual(someSeats)
  })
})

describe('counting registrations', () => {
  const statuses = [
    ...Array.from({ length: 4 }, () => 'confirmed' as const),
    'offered' as const,
    'waitlisted' as const,
    'waitlisted' as const,
    'cancelled' as const,
  ]

  it('finds nothing where all is well', () => {
    expect(miscounts(someSeats, statuses)).toEqual([])
  })

  it.each([
    ['confirmed', { confirmed: 5, seatsLeft: 4 }, ['confirmed is 5, but 4 registrations are']],
    ['held', { held: 0, seatsLeft: 6 }, ['held is 0, but 1 registrations are']],
    ['waiting', { waiting: 3 }, ['waiting is 3, but 2 registrations are']],
    ['registered', { registered: 9 }, ['registered is 9, but there are 8']],
    ['seatsLeft', { seatsLeft: 6 }, ['confirmed + held + seatsLeft is 11, but capacity is 10']],
  ])('finds a wrong %s', (_what, wrong, said) => {
    expect(miscounts({ ...someSeats, ...wrong }, statuses)).toEqual(said)
  })
})
