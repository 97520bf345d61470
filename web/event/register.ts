import { type Answer, ask, type Problem } from '../api.ts'
import { keyFor } from './kept-form.ts'
import { Registered } from './views.ts'

/** With the pauses between them, about half a minute. */
export const MOST_ATTEMPTS = 8
const FIRST_PAUSE_MS = 1000
const LONGEST_PAUSE_MS = 8000

/** The server, or something before it, had too much to do: the same may work in a moment. */
const isBusy = ({ status }: Problem): boolean => [429, 502, 503, 504].includes(status)

/**
 * Takes a seat or a place in line. When many come at once, it tries again by itself; the key makes all of them one
 * registration. `onBusy` hears the number of the attempt that comes next.
 */
export async function register(
  eventId: string,
  body: object,
  onBusy: (attempt: number) => void,
): Promise<Answer<Registered>> {
  const path = `/events/${encodeURIComponent(eventId)}/registrations`
  const idempotencyKey = keyFor(eventId, body)
  for (let attempt = 1; ; attempt++) {
    const answer = await ask(Registered, { method: 'POST', path, idempotencyKey, body })
    if (answer.ok || !isBusy(answer.problem) || attempt === MOST_ATTEMPTS) return answer
    onBusy(attempt + 1)
    await new Promise((resolve) => setTimeout(resolve, pauseAfter(attempt)))
  }
}

/** By chance, so that not all come back at the same moment. */
const pauseAfter = (attempt: number): number =>
  (0.5 + Math.random() / 2) * Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (attempt - 1))
