import * as z from 'zod'
import { ask } from '../api.ts'
import { CheckInAnswer } from './answers.ts'
import { dropTap, readTaps } from './kept.ts'
import type { Tap } from './taps.ts'

/** Why sending stopped: nothing is left, no network or a busy server, no good token, not allowed. */
export type Sent = 'all' | 'later' | 'signed-out' | 'refused'

/** `answer`: none to a check-in that was taken back. */
export type Told = { tap: Tap; answer: CheckInAnswer | undefined } | { tap: Tap; problem: string }

/** Sends what waits, in the order in which it was done. A tap is forgotten when there is an answer to it, not before. */
export async function sendTaps(token: string, tell: (told: Told) => void): Promise<Sent> {
  for (const tap of await readTaps()) {
    const sent = await send(tap, token)
    if (!sent.ok) {
      const { status, sentence } = sent.problem
      if (status === 401) return 'signed-out'
      if (status === 403) return 'refused'
      if (status === 0 || status === 429 || status >= 500) return 'later'
      tell({ tap, problem: sentence })
    } else {
      tell({ tap, answer: sent.value })
    }
    await dropTap(tap)
  }
  return 'all'
}

function send({ eventId, registrationId, kind, at, method, key }: Tap, token: string) {
  const path = `/organizer/events/${encodeURIComponent(eventId)}/check-ins`
  const undone = `${path}/${encodeURIComponent(registrationId)}?at=${encodeURIComponent(at)}`
  if (kind === 'out')
    return ask(
      z.unknown().transform(() => undefined),
      { method: 'DELETE', path: undone, token },
    )
  const body = { registrationId, at, idempotencyKey: key, method }
  return ask(CheckInAnswer, { method: 'POST', path, token, body })
}
