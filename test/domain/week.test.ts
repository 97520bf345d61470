import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countHours, freeWeek, hoursOf, nextHour, offsetMinutes, SLOTS, sharedWeek } from '../../shared/domain/week.ts'

const winter = new Date('2026-01-15T12:00:00Z')
const summer = new Date('2026-07-15T12:00:00Z')
const hours = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i)

describe('minutes ahead of UTC', () => {
  it.each([
    ['America/Chicago', -360, -300],
    ['America/Phoenix', -420, -420],
    ['Pacific/Honolulu', -600, -600],
    ['Asia/Kolkata', 330, 330],
    ['UTC', 0, 0],
  ])('in %s: %i in winter, %i in summer', (zone, inWinter, inSummer) => {
    expect([offsetMinutes(zone, winter), offsetMinutes(zone, summer)]).toEqual([inWinter, inSummer])
  })

  it('change at the very instant that the clocks do', () => {
    const before = new Date('2026-03-08T07:59:59.999Z')
    const after = new Date('2026-03-08T08:00:00.000Z')
    expect([before, after].map((at) => offsetMinutes('America/Chicago', at))).toEqual([-360, -300])
  })
})

describe('a free week', () => {
  it('is six hours a block, in UTC', () => {
    expect(hoursOf(freeWeek(['mon-night'], 0))).toEqual(hours(0, 6))
    expect(hoursOf(freeWeek(['mon-morning'], -360))).toEqual(hours(12, 18))
  })

  it('goes over the end of the week, both ways', () => {
    expect(hoursOf(freeWeek(['sun-evening'], -300))).toEqual([...hours(0, 5), 167])
    expect(hoursOf(freeWeek(['mon-night'], 120))).toEqual([...hours(0, 4), 166, 167])
  })

  it('leaves out hours that are half free, where the zone has half hours', () => {
    expect(hoursOf(freeWeek(['tue-morning'], 330))).toEqual(hours(25, 30))
  })

  it('has all hours when every block is free, wherever one lives', () => {
    fc.assert(
      fc.property(fc.integer({ min: -720, max: 840 }), (offset) => {
        expect(countHours(freeWeek(SLOTS, offset))).toBe(168)
      }),
    )
  })

  it('is shared where both are free', () => {
    const slots = fc.uniqueArray(fc.constantFrom(...SLOTS))
    const offset = fc.integer({ min: -12, max: 14 }).map((hour) => hour * 60)
    fc.assert(
      fc.property(slots, offset, slots, offset, (one, oneOffset, other, otherOffset) => {
        const [a, b] = [freeWeek(one, oneOffset), freeWeek(other, otherOffset)]
        const both = hoursOf(a).filter((hour) => hoursOf(b).includes(hour))
        expect(hoursOf(sharedWeek(a, b))).toEqual(both)
        expect(countHours(sharedWeek(a, b))).toBe(both.length)
      }),
    )
  })
})

it('the next such hour is within a week, and is that hour', () => {
  expect(nextHour(0, new Date('2026-01-05T00:00:00Z')).toISOString()).toBe('2026-01-05T00:00:00.000Z')
  expect(nextHour(0, new Date('2026-01-05T00:00:01Z')).toISOString()).toBe('2026-01-12T00:00:00.000Z')
  expect(nextHour(167, new Date('2026-01-04T12:00:00Z')).toISOString()).toBe('2026-01-04T23:00:00.000Z')
  const anHour = fc.integer({ min: 0, max: 167 })
  fc.assert(
    fc.property(anHour, fc.date({ min: winter, max: new Date('2030-01-01'), noInvalidDate: true }), (hour, from) => {
      const next = nextHour(hour, from)
      expect(next.getTime() - from.getTime()).toBeGreaterThanOrEqual(0)
      expect(next.getTime() - from.getTime()).toBeLessThan(168 * 3_600_000)
      expect(((next.getUTCDay() + 6) % 7) * 24 + next.getUTCHours()).toBe(hour)
    }),
  )
})
