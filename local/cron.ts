import type { CronOptions } from 'croner'
import { cronPattern } from '../shared/schedule.ts'
import { CannotStart } from './cannot-start.ts'

/** A schedule in croner's words. */
export type Timing = { pattern: string; options: CronOptions }

const SECONDS = { minute: 60, hour: 3600, day: 86_400 } as const

/** An EventBridge schedule, `rate(7 days)` or `cron(0 9 ? * MON *)`, for croner. `now` is when a rate begins to count. */
export function timingOf(expression: string, timezone: string, now: Date): Timing {
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? []
  if (count && (unit === 'minute' || unit === 'hour' || unit === 'day')) {
    const interval = Number(count) * SECONDS[unit]
    return { pattern: '* * * * * *', options: { interval, startAt: new Date(now.getTime() + interval * 1000) } }
  }
  const pattern = cronPattern(expression)
  if (!pattern) throw new CannotStart(`The schedule ${expression} is no rate(…) and no cron(…).`)
  return { pattern, options: { timezone } }
}
