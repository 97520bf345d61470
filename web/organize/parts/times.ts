/** Moments in the console, on the clock of the organizer who looks, with the zone's name. */

const format = (options: Intl.DateTimeFormatOptions) => (instant: string) =>
  new Intl.DateTimeFormat('en-US', options).format(new Date(instant)).replace(/\p{Zs}/gu, ' ')

/** `Jan 12, 2027, 7:00 PM CST`. */
export const momentHere = format({
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
})

/** `Jan 12, 2027`. */
export const dayHere = format({ year: 'numeric', month: 'short', day: 'numeric' })

/** Where the event is: `Tue, Jan 12, 2027, 7:00 PM CST`. */
export const momentAt = (instant: string, timeZone: string): string =>
  format({
    timeZone,
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  })(instant)
