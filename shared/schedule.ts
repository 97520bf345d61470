import { Cron } from 'croner'

const NUMBERED_DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']

/**
 * An EventBridge `cron(…)` expression as the cron library wants it: seconds first, `?` as `*`, and Sunday is 0, not 1.
 * Undefined for `rate(…)`.
 */
export function cronPattern(expression: string): string | undefined {
  const fields = /^cron\((.+)\)$/.exec(expression)?.[1]?.split(/\s+/)
  if (!fields) return undefined
  const [minute, hour, day, month, weekday = '*', year = '*'] = fields
  const named = weekday.replace(/(?<![#L\w])[1-7](?!\w)/g, (digit) => NUMBERED_DAYS[Number(digit) - 1] ?? digit)
  return ['0', minute, hour, day, month, named, year].join(' ').replaceAll('?', '*')
}

/** When a schedule fires next; undefined when its expression does not say (`rate(…)` counts from the deployment). */
export function nextRun(expression: string, timeZone: string, after: Date): Date | undefined {
  const pattern = cronPattern(expression)
  if (!pattern) return undefined
  return new Cron(pattern, { timezone: timeZone, paused: true, mode: '7-part' }).nextRun(after) ?? undefined
}
