import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type * as z from 'zod'
import { type Answer, ask, type Call } from '../api.ts'
import type { Session } from '../sign-in/session.ts'

/** How the pages of the console ask the API: with the token of whoever has signed in. */
export type Asking = {
  who: string
  /** Never throws, as `ask`. */
  ask: <T>(answer: z.ZodType<T>, call: Omit<Call, 'token'>) => Promise<Answer<T>>
  /** A token for what is not JSON, such as a file. */
  token: () => Promise<string | undefined>
}

const NOT_THERE: Asking = {
  who: '',
  ask: async () => ({ ok: false, problem: { status: 0, sentence: 'Nobody is signed in.', errors: [] } }),
  token: async () => undefined,
}

export const AskingContext = createContext<Asking>(NOT_THERE)
export const useAsking = (): Asking => useContext(AskingContext)

/** Why a token is of no use: the session is over (signed out elsewhere, or away for too long), or it may not organize. */
export type Trouble = 'ended' | 'not-an-organizer'

const TROUBLES: Readonly<Record<number, Trouble>> = { 401: 'ended', 403: 'not-an-organizer' }

export const askingIn = (session: Session, onTrouble: (trouble: Trouble) => void): Asking => ({
  who: session.who,
  token: session.token,
  async ask(answer, call) {
    const token = (await session.token()) ?? ''
    const answered = await ask(answer, { ...call, token })
    const trouble = answered.ok ? undefined : TROUBLES[answered.problem.status]
    if (trouble) onTrouble(trouble)
    return answered
  },
})
