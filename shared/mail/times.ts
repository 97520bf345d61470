/** Moments in words, in a person's own time zone and with its name, so that nobody has to compute. */

const format = (iso: string, timeZone: string, options: Intl.DateTimeFormatOptions): string =>
  // Newer ICU data puts a narrow no-break space before AM and PM; some mail programs show it as a box.
  new Intl.DateTimeFormat('en-US', { timeZone, ...options }).format(new Date(iso)).replace(/\p{Zs}/gu, ' ')

const day = (iso: string, timeZone: string): string =>
  format(iso, timeZone, { weekday: 'long', month: 'long', day: 'numeric' })

const time = (iso: string, timeZone: string): string =>
  format(iso, timeZone, { hour: 'numeric', minute: '2-digit', timeZoneName: 'long' })

/** E.g. `Tuesday, December 1, 7:00 PM Central Standard Time`. */
export const moment = (iso: string, timeZone: string): string => `${day(iso, timeZone)}, ${time(iso, timeZone)}`

/**
 * The same moment on another person's clock: `8:00 PM Eastern Standard Time`, with the day where theirs is another;
 * undefined when both clocks say the same.
 */
export function elsewhere(iso: string, here: string, there: string): string | undefined {
  if (moment(iso, here) === moment(iso, there)) return undefined
  return day(iso, here) === day(iso, there) ? time(iso, there) : moment(iso, there)
}

/** The end of something that begins at `from`: `8:30 PM`, with the day where it is another one. */
export function until(from: string, to: string, timeZone: string): string {
  const end = format(to, timeZone, { hour: 'numeric', minute: '2-digit' })
  return day(from, timeZone) === day(to, timeZone) ? end : `${day(to, timeZone)}, ${end}`
}
