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

/**
 * What is asked when the session has ended waits: nothing of it was done. `endWaiting`: they have signed in again, and it
 * is asked once more; or they will not now, and it is refused.
 */
export function askingIn(
  session: Session,
  onTrouble: (trouble: Trouble) => void,
): Asking & { endWaiting: (signedIn: boolean) => void } {
  let waiting: ((signedIn: boolean) => void)[] = []
  const signInAgain = () => {
    onTrouble('ended')
    return new Promise<boolean>((resolve) => waiting.push(resolve))
  }

  async function patiently<T>(send: (token: string | undefined) => Promise<Answer<T>>): Promise<Answer<T>> {
    for (;;) {
      const token = await session.token()
      const answered = await send(token)
      const status = answered.ok ? 200 : answered.problem.status
      if (status === 403) onTrouble('not-an-organizer')
      if (status !== 401) return answered
      // There may be another one by now: renewed, or of a sign-in that this request did not wait for.
      const isOver = (await session.token()) === token
      if (isOver && !(await signInAgain())) return answered
    }
  }

  return {
    who: session.who,
    token: session.token,
    ask: (answer, call) => patiently((token = '') => ask(answer, { ...call, token })),
    askForFile: (path) => patiently((token = '') => askForFile({ method: 'GET', path, token })),
    endWaiting(signedIn) {
      for (const resolve of waiting) resolve(signedIn)
      waiting = []
    },
  }
}
