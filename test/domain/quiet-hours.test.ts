import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { afterQuietHours, isQuiet } from '../../shared/domain/quiet-hours.ts'
import { STATES } from '../../shared/domain/states.ts'
import { codesOf, SHIFTS } from '../../shared/domain/taxonomy.ts'

/** What the clock on somebody's wall says, e.g. `07:00`. */
const clock = (at: Date, timeZone: string) =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(at)

const CHICAGO = 'America/Chicago'
const HOUR = 3_600_000

describe('mail that can wait', () => {
  it.each([
    ['day', '2026-03-03T02:59:00Z', '2026-03-03T02:59:00Z'], // 20:59
    ['day', '2026-03-03T03:00:00Z', '2026-03-03T13:00:00Z'], // 21:00, until 07:00
    ['day', '2026-03-03T12:59:59Z', '2026-03-03T13:00:00Z'],
    ['night', '2026-03-03T14:00:00Z', '2026-03-03T22:00:00Z'], // 08:00, until 16:00
    ['night', '2026-03-03T08:00:00Z', '2026-03-03T08:00:00Z'], // 02:00, at work
    ['evening', '2026-03-03T04:30:00Z', '2026-03-03T04:30:00Z'], // 22:30
    ['evening', '2026-03-03T05:00:00Z', '2026-03-03T16:00:00Z'], // 23:00, until 10:00
    ['rotating', '2026-03-03T03:00:00Z', '2026-03-03T13:00:00Z'],
  ] as const)('of somebody who works %s, at %s, goes at %s', (shift, at, goes) => {
    expect(afterQuietHours(new Date(at), CHICAGO, shift)).toEqual(new Date(goes))
  })

  it('waits an hour less, or more, in the night in which the clocks change', () => {
    for (const evening of ['2026-03-08T03:00:00Z', '2026-11-01T02:00:00Z']) {
      const end = afterQuietHours(new Date(evening), CHICAGO, 'day')
      expect(clock(end, CHICAGO)).toBe('07:00')
      expect((end.getTime() - Date.parse(evening)) / HOUR).toBe(evening.includes('-03-') ? 9 : 11)
    }
  })
})

const zone = fc.constantFrom(
  ...new Set(STATES.map(({ timeZone }) => timeZone)),
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'UTC',
)
const moment = fc.date({ min: new Date('2025-01-01'), max: new Date('2031-01-01'), noInvalidDate: true })
const shift = fc.constantFrom(...codesOf(SHIFTS))

describe('the end of quiet hours, over years, zones and shifts,', () => {
  it('is never quiet, never in the past, and never far', () => {
    fc.assert(
      fc.property(moment, zone, shift, (at, timeZone, works) => {
        const goes = afterQuietHours(at, timeZone, works)
        expect(isQuiet(goes, timeZone, works)).toBe(false)
        expect(goes.getTime()).toBeGreaterThanOrEqual(at.getTime())
        expect(goes.getTime() - at.getTime()).toBeLessThanOrEqual(12 * HOUR)
      }),
    )
  })

  it('changes nothing by day, and is an hour on the wall by night', () => {
    fc.assert(
      fc.property(moment, zone, shift, (at, timeZone, works) => {
        const goes = afterQuietHours(at, timeZone, works)
        expect(afterQuietHours(goes, timeZone, works)).toEqual(goes)
        if (isQuiet(at, timeZone, works)) expect(clock(goes, timeZone)).toMatch(/^(07|10|16):00$/)
        else expect(goes).toEqual(at)
      }),
    )
  })
})
