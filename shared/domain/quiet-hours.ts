import type { Profile } from './profile.ts'
import { offsetMinutes } from './week.ts'

/** Hours in which people sleep, and mail that can wait does so. */

type Shift = Profile['traits']['shift']

/** Local hours: quiet from the first until the second one. Who works at night sleeps by day. */
const USUAL = { from: 21, until: 7 }
const QUIET: Partial<Record<Shift, typeof USUAL>> = {
  night: { from: 8, until: 16 },
  evening: { from: 23, until: 10 },
}

const MINUTE = 60_000
const MINUTES_A_DAY = 24 * 60

/** `at`, or the end of the quiet hours that it falls into. */
export function afterQuietHours(at: Date, timeZone: string, shift: Shift): Date {
  if (!isQuiet(at, timeZone, shift)) return at
  const { until } = QUIET[shift] ?? USUAL
  const wait = (until * 60 - localMinute(at, timeZone) + MINUTES_A_DAY) % MINUTES_A_DAY
  const guess = Math.floor(at.getTime() / MINUTE) * MINUTE + wait * MINUTE
  // Where the clocks change meanwhile, the night is an hour shorter or longer.
  const change = offsetMinutes(timeZone, at) - offsetMinutes(timeZone, new Date(guess))
  let end = new Date(guess + change * MINUTE)
  while (isQuiet(end, timeZone, shift)) end = new Date(end.getTime() + 15 * MINUTE)
  return end
}

export function isQuiet(at: Date, timeZone: string, shift: Shift): boolean {
  const { from, until } = QUIET[shift] ?? USUAL
  const hour = localMinute(at, timeZone) / 60
  return from < until ? hour >= from && hour < until : hour >= from || hour < until
}

/** Minutes since local midnight. */
const localMinute = (at: Date, timeZone: string): number =>
  (((Math.floor(at.getTime() / MINUTE) + offsetMinutes(timeZone, at)) % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY
