import { describe, expect, it } from 'vitest'
import { nextRun } from '../../shared/schedule.ts'

const MONDAYS_AT_NINE = 'cron(0 9 ? * 2 *)'
const next = (expression: string, timeZone: string, after: string) =>
  nextRun(expression, timeZone, new Date(after))?.toISOString()

describe('the next round', () => {
  it('of day 2 is on Monday: EventBridge counts from Sunday', () => {
    expect(next(MONDAYS_AT_NINE, 'UTC', '2026-01-01T00:00:00Z')).toBe('2026-01-05T09:00:00.000Z')
    expect(next('cron(0 9 ? * MON *)', 'UTC', '2026-01-01T00:00:00Z')).toBe('2026-01-05T09:00:00.000Z')
    expect(next('cron(0 9 ? * 1 *)', 'UTC', '2026-01-01T00:00:00Z')).toBe('2026-01-04T09:00:00.000Z')
    expect(next('cron(0 9 ? * 7 *)', 'UTC', '2026-01-01T00:00:00Z')).toBe('2026-01-03T09:00:00.000Z')
  })

  it.each([
    ['a range of days', 'cron(0 9 ? * 2-6 *)', '2026-01-05T09:00:00.000Z'],
    ['a list of days', 'cron(0 9 ? * 3,5 *)', '2026-01-06T09:00:00.000Z'],
    ['the first Monday of a month', 'cron(0 9 ? * 2#1 *)', '2026-01-05T09:00:00.000Z'],
    ['a day of the month', 'cron(30 6 15 * ? *)', '2026-01-15T06:30:00.000Z'],
    ['the last day of a month', 'cron(0 9 L * ? *)', '2026-01-31T09:00:00.000Z'],
    ['a year', 'cron(0 9 1 6 ? 2027)', '2027-06-01T09:00:00.000Z'],
  ])('can be given by %s', (_, expression, expected) => {
    expect(next(expression, 'UTC', '2026-01-03T12:00:00Z')).toBe(expected)
  })

  it('is at the same hour of the clock in summer and in winter', () => {
    expect(next(MONDAYS_AT_NINE, 'America/Chicago', '2026-03-06T00:00:00Z')).toBe('2026-03-09T14:00:00.000Z')
    expect(next(MONDAYS_AT_NINE, 'America/Chicago', '2026-03-01T00:00:00Z')).toBe('2026-03-02T15:00:00.000Z')
    expect(next(MONDAYS_AT_NINE, 'America/Chicago', '2026-10-30T00:00:00Z')).toBe('2026-11-02T15:00:00.000Z')
  })

  it('is after now, not now', () => {
    expect(next(MONDAYS_AT_NINE, 'UTC', '2026-01-05T09:00:00Z')).toBe('2026-01-12T09:00:00.000Z')
  })

  it('cannot be told from a rate, or when there is none any more', () => {
    expect(next('rate(7 days)', 'UTC', '2026-01-01T00:00:00Z')).toBeUndefined()
    expect(next('cron(0 9 1 1 ? 2020)', 'UTC', '2026-01-01T00:00:00Z')).toBeUndefined()
  })
})
