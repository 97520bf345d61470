/** Days such as `2026-11-23`. The trail is kept by days in UTC; whoever reads it thinks in their own. */

const DAY = 86_400_000

/** The day that it is somewhere at an instant. */
export function dayIn(timeZone: string, instant: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
    .formatToParts(new Date(instant))
    .map(({ type, value }) => [type, value] as const)
  const { year, month, day } = Object.fromEntries(parts)
  return `${year}-${month}-${day}`
}

export const daysLater = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)

/** The days in UTC that a day somewhere is part of: two of them, except in Iceland. */
export const utcDaysOf = (timeZone: string, day: string): string[] =>
  [-1, 0, 1]
    .map((shift) => daysLater(day, shift))
    .filter((utc) => ['00:00:00.000', '23:59:59.999'].some((time) => dayIn(timeZone, `${utc}T${time}Z`) === day))

/** `Monday, November 23, 2026`. */
export const dayInWords = (day: string): string =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(day))

export const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))

const MOST_DAYS = 366

/** What is wrong with a span of days to download; undefined when nothing is. */
export function wrongSpan(from: string, to: string): string | undefined {
  if (!isDay(from) || !isDay(to)) return 'Please choose a first and a last day.'
  if (from > to) return 'The last day is before the first one.'
  if (daysLater(from, MOST_DAYS - 1) < to) return `Please choose ${MOST_DAYS} days at most.`
  return undefined
}
