import { Cron } from 'croner'

/** When EventBridge schedules fire, by a cron library that writes the same things a little differently. */

const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']
/** Where `a/b` ends: minutes, hours, day of month, month, day of week, year. */
const LAST = [59, 23, 31, 12, 7, 2199]
const WEEKDAY = 4

/**
 * `cron(0 9 ? * MON *)` for croner: seconds in front, and days of the week from 0 where AWS counts from 1; Sunday is
 * first in both. Undefined for what is no `cron(…)` of six fields.
 */
export function cronPattern(expression: string): string | undefined {
  const fields = /^cron\((.+)\)$/.exec(expression)?.[1]?.split(/ +/) ?? []
  return fields.length === LAST.length ? ['0', ...fields.map(fieldFor)].join(' ') : undefined
}

/** When a schedule fires next; undefined when its expression does not say (`rate(…)` counts from the deployment). */
export function nextRun(expression: string, timeZone: string, after: Date): Date | undefined {
  const pattern = cronPattern(expression)
  return pattern ? (new Cron(pattern, { timezone: timeZone, paused: true }).nextRun(after) ?? undefined) : undefined
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
