import { offsetMinutes } from '../../../shared/domain/week.ts'

/**
 * What organizers type is what the clock on the wall shows where the event is, `2027-01-12T19:00`; what is stored is the
 * instant. Twice a year the two do not fit: an hour is skipped, or comes twice.
 */

const MINUTE = 60_000
const DAY = 86_400_000
const WALL = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/

/** `twice`: the clocks are put back that night, and the first of the two is meant. */
export type Read = { ok: true; instant: string; twice: boolean } | { ok: false; error: string }

/** What the clock shows there at that instant. */
export const wallOf = (instant: string, timeZone: string): string => {
  const at = new Date(instant)
  return wallAt(at.getTime() + offsetMinutes(timeZone, at) * MINUTE)
}

export function instantOf(wall: string, timeZone: string): Read {
  const shown = WALL.test(wall) ? Date.parse(`${wall}Z`) : Number.NaN
  if (Number.isNaN(shown) || wallAt(shown) !== wall) return { ok: false, error: 'Please enter a day and a time.' }
  if (!isZone(timeZone)) return { ok: false, error: 'Please choose the time zone first.' }
  const [before, after] = [offsetAt(shown - DAY, timeZone), offsetAt(shown + DAY, timeZone)]
  const fitting = [...new Set([before, after])]
    .map((offset) => new Date(shown - offset * MINUTE).toISOString())
    .filter((instant) => wallOf(instant, timeZone) === wall)
    .sort()
  const [first] = fitting
  if (first) return { ok: true, instant: first, twice: fitting.length > 1 }
  return { ok: false, error: skippedInWords(shown, timeZone) }
}

/** So many minutes later on the wall, whatever the clocks do. */
export const wallLater = (wall: string, minutes: number): string => wallAt(Date.parse(`${wall}Z`) + minutes * MINUTE)

/** Minutes from one to the other on the wall. */
export const minutesBetween = (wall: string, later: string): number =>
  (Date.parse(`${later}Z`) - Date.parse(`${wall}Z`)) / MINUTE

const wallAt = (shown: number): string => new Date(shown).toISOString().slice(0, 16)
const offsetAt = (time: number, timeZone: string): number => offsetMinutes(timeZone, new Date(time))

function isZone(timeZone: string): boolean {
  try {
    return offsetMinutes(timeZone, new Date(0)) !== undefined
  } catch {
    return false
  }
}

/** The clocks go forward at an instant between the day before and the day after: found by halving. */
function skippedInWords(shown: number, timeZone: string): string {
  let [early, late] = [shown - 2 * DAY, shown + 2 * DAY]
  const before = offsetAt(early, timeZone)
  while (late - early > MINUTE) {
    const middle = early + Math.floor((late - early) / 2 / MINUTE) * MINUTE
    if (offsetAt(middle, timeZone) === before) early = middle
    else late = middle
  }
  const [from, to] = [late + before * MINUTE, late + offsetAt(late, timeZone) * MINUTE]
  return `The clocks there go forward on that day, from ${clock(from)} to ${clock(to)}: ${clock(shown)} never comes. Please choose another time.`
}

const clock = (shown: number): string =>
  new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', hour: 'numeric', minute: '2-digit' })
    .format(new Date(shown))
    .replace(/\p{Zs}/gu, ' ')
