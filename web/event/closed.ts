import { momentIn } from './times.ts'
import type { EventView } from './views.ts'
import { hasLine, isFull, isOver } from './words.ts'

/** Why nobody can register now; undefined when they can. */
export function whyClosed(event: EventView, now: Date): string | undefined {
  const { status, registration, timeZone } = event
  if (status === 'cancelled') return 'This event is cancelled. Everybody who was registered has heard of it.'
  if (isOver(event, now)) return 'This event is over.'
  if (registration.window === 'not-yet')
    return registration.opensAt
      ? `Registration opens on ${momentIn(registration.opensAt, timeZone)}.`
      : 'Registration has not opened yet.'
  if (registration.window === 'closed') return 'Registration is closed.'
  if (isFull(event) && !hasLine(event)) return 'All seats are taken, and there is no waiting line.'
  return undefined
}
