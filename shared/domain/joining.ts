import { type Event, hasEnded } from './event.ts'
import type { Registration } from './registration.ts'

const OPENS_BEFORE = 15 * 60_000

/** The address of an online event for somebody who has a seat, while it is open; or why they cannot have it now. */
export function joining(event: Event, { status }: Registration, now: Date): { url: string } | { refused: string } {
  const { onlineUrl, startsAt, timeZone } = event
  if (event.status === 'cancelled') return { refused: 'This event is cancelled.' }
  if (status !== 'confirmed') return { refused: 'You have no seat at this event.' }
  if (!onlineUrl) return { refused: 'This event does not take place online.' }
  if (hasEnded(event, now)) return { refused: 'This event is over.' }
  const opensAt = new Date(Date.parse(startsAt) - OPENS_BEFORE)
  return now < opensAt
    ? { refused: `The door opens 15 minutes before the start: on ${inWords(opensAt, timeZone)}.` }
    : { url: onlineUrl }
}

/** E.g. "Tuesday, January 12 at 6:45 PM CST". */
const inWords = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-US', {
    timeZone,
    weekday: 'long',
    month: 'long',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    timeZoneName: 'short',
  }).format(at)
