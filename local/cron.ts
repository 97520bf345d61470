import type { CronOptions } from 'croner'
import { CannotStart } from './cannot-start.ts'

/** A schedule in croner's words. */
export type Timing = { pattern: string; options: CronOptions }

const SECONDS = { minute: 60, hour: 3600, day: 86_400 } as const
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']
/** Where `a/b` ends: minutes, hours, day of month, month, day of week, year. */
const LAST = [59, 23, 31, 12, 7, 2199]
const WEEKDAY = 4

/**
 * An EventBridge schedule, `rate(7 days)` or `cron(0 9 ? * MON *)`, for croner: that has seconds in front, and days of
 * the week from 0 where AWS counts from 1; Sunday is first in both. `now` is when a rate begins to count.
 */
export function timingOf(expression: string, timezone: string, now: Date): Timing {
  const [, count, unit] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(expression) ?? []
  if (count && (unit === 'minute' || unit === 'hour' || unit === 'day')) {
    const interval = Number(count) * SECONDS[unit]
    return { pattern: '* * * * * *', options: { interval, startAt: new Date(now.getTime() + interval * 1000) } }
  }
  const fields = /^cron\((.+)\)$/.exec(expression)?.[1]?.split(/ +/) ?? []
  if (fields.length !== LAST.length) throw new CannotStart(`The schedule ${expression} is no rate(…) and no cron(…).`)
  const [minute, hour, day, month, weekday, year] = fields.map((field, index) => fieldFor(field, index))
  return { pattern: `0 ${minute} ${hour} ${day} ${month} ${weekday} ${year}`, options: { timezone } }
}

function fieldFor(field: string, index: number): string {
  return field
    .split(',')
    .map((part) => {
      if (part === '?') return '*'
      const [range = '', step] = part.split('/')
      const full = step === undefined || range === '*' || range.includes('-') ? range : `${range}-${LAST[index]}`
      const days = index === WEEKDAY ? full.split('-').map(weekdayFor).join('-') : full
      return step === undefined ? days : `${days}/${step}`
    })
    .join(',')
}

/** `2`, `MON`, `2#1` (the first Monday), `2L` (the last one), `L` (Saturday). */
function weekdayFor(text: string): string {
  if (text === 'L') return 'SAT'
  return text.replace(/^([1-7])L$/, '$1#L').replace(/^[1-7]/, (day) => DAYS[Number(day) - 1] ?? day)
}
