import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type * as z from 'zod'
import { type Answer, ask, askForFile, type Call } from '../api.ts'
import type { Session } from '../sign-in/session.ts'

/** How the pages of the console ask the API: with the token of whoever has signed in. */
export type Asking = {
  who: string
  /** Never throws, as `ask`. */
  ask: <T>(answer: z.ZodType<T>, call: Omit<Call, 'token'>) => Promise<Answer<T>>
  askForFile: (path: string) => Promise<Answer<Blob>>
  /** A token for what the browser itself asks for, such as a long list. */
  token: () => Promise<string | undefined>
}

const nobody = async () => ({
  ok: false as const,
  problem: { status: 0, sentence: 'Nobody is signed in.', errors: [] },
})
const NOT_THERE: Asking = {
  who: '',
  ask: nobody,
  askForFile: nobody,
  token: async () => undefined,
}

export const AskingContext = createContext<Asking>(NOT_THERE)
export const useAsking = (): Asking => useContext(AskingContext)

/** Why a token is of no use: the session is over (signed out elsewhere, or away for too long), or it may not organize. */
export type Trouble = 'ended' | 'not-an-organizer'

const TROUBLES: Readonly<Record<number, Trouble>> = { 401: 'ended', 403: 'not-an-organizer' }

/**
 * `goOn`: they have signed in again. What was to be read when the session had ended has waited, and is read now; what was
 * to be changed was refused, and is theirs to press again.
 */
export function askingIn(session: Session, onTrouble: (trouble: Trouble) => void): Asking & { goOn: () => void } {
  let waiting: (() => void)[] = []

  async function patiently<T>(call: Call, send: (call: Call) => Promise<Answer<T>>): Promise<Answer<T>> {
    for (;;) {
      const answered = await send({ ...call, token: (await session.token()) ?? '' })
      const trouble = answered.ok ? undefined : TROUBLES[answered.problem.status]
      if (trouble) onTrouble(trouble)
      if (trouble !== 'ended' || call.method !== 'GET') return answered
      await new Promise<void>((resolve) => waiting.push(resolve))
    }
  }

  return {
    who: session.who,
    token: session.token,
    ask: (answer, call) => patiently(call, (call) => ask(answer, call)),
    askForFile: (path) => patiently({ method: 'GET', path }, askForFile),
    goOn() {
      for (const resolve of waiting) resolve()
      waiting = []
    },
  }
}
