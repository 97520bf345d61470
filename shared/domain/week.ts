/**
 * A person's free time: six-hour blocks of a local week, and the same week hour by hour in UTC so that people in
 * different zones can be compared.
 */

export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
/** Six hours each, in local time: night 00–06, morning 06–12, afternoon 12–18, evening 18–24. */
export const BLOCKS = ['night', 'morning', 'afternoon', 'evening'] as const

export type Slot = `${(typeof DAYS)[number]}-${(typeof BLOCKS)[number]}`

/** The 28 slots of a week, `mon-night` first. */
export const SLOTS: readonly Slot[] = DAYS.flatMap((day) => BLOCKS.map((block): Slot => `${day}-${block}`))

const HOURS_A_WEEK = 168
const MINUTES_A_WEEK = HOURS_A_WEEK * 60

/** One 24-bit mask a UTC day, Monday first; bit h stands for h:00 to h+1:00 UTC. */
export type Week = readonly number[]

/** One is slow to make, and there are few zones. */
const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  })
  clocks.set(timeZone, clock)
  return clock
}

/** Minutes that the zone is ahead of UTC at that instant, e.g. -360 for America/Chicago in winter. */
export function offsetMinutes(timeZone: string, at: Date): number {
  const parts = clockOf(timeZone).formatToParts(at)
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((p) => p.type === type)?.value)
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'))
  return Math.round((local - Math.floor(at.getTime() / 60_000) * 60_000) / 60_000)
}

/**
 * The UTC hours that a person is free for the whole hour. In a zone with half hours, an hour only half free is left
 * out.
 */
export function freeWeek(availability: readonly Slot[], offset: number): Week {
  const free = new Set(availability.map((slot) => SLOTS.indexOf(slot)))
  const isFree = (utcMinute: number) => {
    const local = (utcMinute + offset + MINUTES_A_WEEK) % MINUTES_A_WEEK
    return free.has(Math.floor(local / 360))
  }
  return DAYS.map((_, day) => {
    let mask = 0
    for (let hour = 0; hour < 24; hour++) {
      const start = (day * 24 + hour) * 60
      if (isFree(start) && isFree(start + 59)) mask |= 1 << hour
    }
    return mask
  })
}

/** The hours that both are free. */
export const sharedWeek = (one: Week, other: Week): Week => one.map((mask, day) => mask & (other[day] ?? 0))

/** How many hours a week holds, 0 to 168. */
export const countHours = (week: Week): number => week.reduce((sum, mask) => sum + popcount(mask), 0)

/** The hours of the week that are set, 0 = Monday 00:00 UTC. */
export const hoursOf = (week: Week): number[] =>
  week.flatMap((mask, day) =>
    Array.from({ length: 24 }, (_, hour) => hour)
      .filter((hour) => mask & (1 << hour))
      .map((hour) => day * 24 + hour),
  )

/** The next instant at or after `from` that is the given hour of the UTC week. */
export function nextHour(hourOfWeek: number, from: Date): Date {
  const weekday = (from.getUTCDay() + 6) % 7
  const monday = Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate() - weekday)
  const instant = monday + hourOfWeek * 3_600_000
  return new Date(instant >= from.getTime() ? instant : instant + MINUTES_A_WEEK * 60_000)
}

function popcount(mask: number): number {
  let bits = 0
  for (let rest = mask; rest; rest &= rest - 1) bits++
  return bits
}
