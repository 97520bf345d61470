import { hoursOf, sharedWeek } from '../../domain/week.ts'
import type { Facts } from './facts.ts'

const MINUTES_A_DAY = 24 * 60
const HOURS_A_WEEK = 168
const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
/** The hours at which nobody minds a call: the day from 08:00 to 21:00 local time. */
const WAKING = { from: 8 * 60, to: 21 * 60 }

/**
 * An hour of the UTC week (0 = Monday 00:00) that both are free; undefined when there is none. The one that reaches
 * least outside 08:00–21:00 local time for whoever has it worse; then nearest to the middle of that day, again for
 * whoever has it worse; then the first of the UTC week.
 */
export function bestHour(mentee: Facts, mentor: Facts): number | undefined {
  const burden = (hour: number) => {
    const starts = [mentee, mentor].map(({ offset }) => localStart(hour, offset) % MINUTES_A_DAY)
    return Math.max(...starts.map(outside)) * MINUTES_A_DAY + Math.max(...starts.map(offMiddle))
  }
  const [first, ...others] = hoursOf(sharedWeek(mentee.week, mentor.week))
  if (first === undefined) return undefined
  return others.reduce((best, hour) => (burden(hour) < burden(best) ? hour : best), first)
}

/** Minutes of the local week at which an hour of the UTC week starts. */
const localStart = (hour: number, offset: number): number =>
  (hour * 60 + offset + HOURS_A_WEEK * 60) % (HOURS_A_WEEK * 60)

/** Minutes from the waking day to an hour that starts then; around midnight the nearer end counts. */
const outside = (start: number): number => {
  const last = WAKING.to - 60
  if (start >= WAKING.from && start <= last) return 0
  return Math.min((WAKING.from - start + MINUTES_A_DAY) % MINUTES_A_DAY, (start - last + MINUTES_A_DAY) % MINUTES_A_DAY)
}

const offMiddle = (start: number): number => Math.abs(start + 30 - (WAKING.from + WAKING.to) / 2)

/**
 * The hours around the best one that both are free without a break, within that day of the mentee, and how many they
 * are: "Tuesday 19:00–21:00 Central Time". Whoever reads it, it is true: where the mentor's clock says something else,
 * that follows: "Tuesday 19:00–21:00 Central Time, which is 17:00–19:00 Pacific Time".
 */
export function bestStretch(mentee: Facts, mentor: Facts): { words: string; hours: number } | undefined {
  const best = bestHour(mentee, mentor)
  if (best === undefined) return undefined
  const shared = new Set(hoursOf(sharedWeek(mentee.week, mentor.week)))
  const dayOf = (hour: number) => Math.floor(localStart(hour, mentee.offset) / MINUTES_A_DAY)
  const belongs = (hour: number) => shared.has(hour) && dayOf(hour) === dayOf(best)
  const next = (hour: number, step: number) => (hour + step + HOURS_A_WEEK) % HOURS_A_WEEK
  let [first, hours] = [best, 1]
  while (belongs(next(first, -1)) && hours < 24) [first, hours] = [next(first, -1), hours + 1]
  for (let last = next(best, 1); belongs(last) && hours < 24; last = next(last, 1)) hours++
  const here = clock(first, hours, mentee)
  const there = clock(first, hours, mentor)
  if (mentee.offset === mentor.offset) return { words: `${here.day} ${here.time}`, hours }
  const theirs = here.day === there.day ? there.time : `${there.day} ${there.time}`
  return { words: `${here.day} ${here.time}, which is ${theirs}`, hours }
}

function clock(first: number, hours: number, { offset, timeZone }: Facts): { day: string; time: string } {
  const start = localStart(first, offset)
  const from = start % MINUTES_A_DAY
  const to = from + hours * 60
  const time = `${told(from)}–${told(to > MINUTES_A_DAY ? to - MINUTES_A_DAY : to)} ${zoneName(timeZone)}`
  return { day: DAY_NAMES[Math.floor(start / MINUTES_A_DAY)] ?? '', time }
}

const told = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

const zoneNames = new Map<string, string>()
/** Names do not depend on the time of the year; on an instant they do, in zones that once changed. */
const SOME_INSTANT = new Date('2026-01-15T12:00:00.000Z')

/** "Central Time"; remembered, because asking takes long. */
function zoneName(timeZone: string): string {
  const known = zoneNames.get(timeZone)
  if (known !== undefined) return known
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longGeneric' }).formatToParts(SOME_INSTANT)
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
  zoneNames.set(timeZone, name)
  return name
}
