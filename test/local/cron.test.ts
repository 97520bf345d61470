import { Cron } from 'croner'
import { describe, expect, test } from 'vitest'
import { timingOf } from '../../local/cron.ts'

const NOW = new Date('2026-03-04T10:00:00Z') // a Wednesday

/** The next times, in UTC. */
function next(expression: string, count = 2, timeZone = 'UTC'): string[] {
  const { pattern, options } = timingOf(expression, timeZone, NOW)
  const times = new Cron(pattern, { ...options, paused: true }).nextRuns(count, NOW)
  return times.map((time) => time.toISOString().slice(0, 16))
}

describe('a schedule of the template comes at the time that AWS would choose', () => {
  test.each([
    ['cron(0 9 ? * MON *)', ['2026-03-09T09:00', '2026-03-16T09:00']],
    ['cron(0 9 ? * 2 *)', ['2026-03-09T09:00', '2026-03-16T09:00']], // AWS counts from Sunday = 1
    ['cron(0 9 ? * 1 *)', ['2026-03-08T09:00', '2026-03-15T09:00']],
    ['cron(30 8 ? * MON-FRI *)', ['2026-03-05T08:30', '2026-03-06T08:30']],
    ['cron(30 8 ? * 2-6 *)', ['2026-03-05T08:30', '2026-03-06T08:30']],
    ['cron(0/15 * * * ? *)', ['2026-03-04T10:15', '2026-03-04T10:30']],
    ['cron(0 12 1 * ? *)', ['2026-04-01T12:00', '2026-05-01T12:00']],
    ['cron(0 12 L * ? *)', ['2026-03-31T12:00', '2026-04-30T12:00']],
    ['cron(0 12 ? * 3#1 *)', ['2026-04-07T12:00', '2026-05-05T12:00']],
    ['cron(0 12 ? * 6L *)', ['2026-03-27T12:00', '2026-04-24T12:00']],
    ['cron(0 0 1 1 ? 2028-2030)', ['2028-01-01T00:00', '2029-01-01T00:00']],
  ])('%s', (expression, times) => {
    expect(next(expression)).toEqual(times)
  })

  test('in the time zone of the programme, through summer time', () => {
    expect(next('cron(0 9 ? * MON *)', 2, 'America/Chicago')).toEqual(['2026-03-09T14:00', '2026-03-16T14:00'])
  })

  test('a rate counts from the start', () => {
    expect(timingOf('rate(7 days)', 'UTC', NOW).options).toEqual({
      interval: 7 * 86_400,
      startAt: new Date('2026-03-11T10:00:00Z'),
    })
  })

  test('what is neither is named', () => {
    expect(() => timingOf('weekly', 'UTC', NOW)).toThrow('The schedule weekly is no rate(…) and no cron(…).')
  })
})
