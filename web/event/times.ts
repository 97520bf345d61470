/** When something is, in a zone and with its name, so that nobody has to compute. */

type Times = { startsAt: string; endsAt: string; timeZone: string }

const format = (instant: string, timeZone: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-US', { timeZone, ...options }).format(new Date(instant)).replace(/\p{Zs}/gu, ' ')

const dayIn = (instant: string, timeZone: string): string =>
  format(instant, timeZone, { weekday: 'long', month: 'long', day: 'numeric', year: 'numeric' })

const clockIn = (instant: string, timeZone: string): string =>
  format(instant, timeZone, { hour: 'numeric', minute: '2-digit' })

const zoneIn = (instant: string, timeZone: string): string | undefined =>
  new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'long' })
    .formatToParts(new Date(instant))
    .find(({ type }) => type === 'timeZoneName')?.value

/** `Tuesday, January 12, 2027, 7:00 PM to 8:30 PM Central Standard Time`. */
export function whenOf({ startsAt, endsAt, timeZone }: Times): string {
  const day = dayIn(startsAt, timeZone)
  return `${day}, ${spanOf({ startsAt, endsAt, timeZone })}`
}

/**
 * The same on the reader's clock: `8:00 PM to 9:30 PM Eastern Standard Time`, with the day where theirs is another;
 * undefined when both clocks say the same.
 */
export function onYourClock(times: Times, readersZone: string): string | undefined {
  const here = { ...times, timeZone: readersZone }
  if (whenOf(here) === whenOf(times)) return undefined
  return dayIn(times.startsAt, readersZone) === dayIn(times.startsAt, times.timeZone) ? spanOf(here) : whenOf(here)
}

/** A moment of its own, such as the end of an offer: `Tuesday, January 12, 2027, 3:00 PM Central Standard Time`. */
export const momentIn = (instant: string, timeZone: string): string =>
  `${dayIn(instant, timeZone)}, ${clockIn(instant, timeZone)} ${zoneIn(instant, timeZone)}`

/** `January 2027`, where the event is. */
export const monthOf = ({ startsAt, timeZone }: Times): string =>
  format(startsAt, timeZone, { month: 'long', year: 'numeric' })

/** An event of several days has the day of its end too. */
function spanOf({ startsAt, endsAt, timeZone }: Times): string {
  const end = clockIn(endsAt, timeZone)
  const endDay = dayIn(endsAt, timeZone)
  const until = endDay === dayIn(startsAt, timeZone) ? end : `${endDay}, ${end}`
  return `${clockIn(startsAt, timeZone)} to ${until} ${zoneIn(startsAt, timeZone)}`
}

const MINUTE = 60_000

/** How long until then: `about 5 hours`, `12 minutes`; undefined when it has come. */
export function leftUntil(instant: string, now: Date): string | undefined {
  const minutes = Math.ceil((Date.parse(instant) - now.getTime()) / MINUTE)
  if (minutes <= 0) return undefined
  if (minutes >= 90) return `about ${Math.round(minutes / 60)} hours`
  return minutes === 1 ? 'a minute' : `${minutes} minutes`
}
