import { type Authorization, addressOf, page } from './authorization.ts'
import { inAWindow } from './in-a-window.ts'
import { type Session, sessionFrom } from './session.ts'

/** How signing in again went: no window was let open, or it did not work, or somebody else came. */
export type Again = 'signed-in' | 'blocked' | 'failed' | { another: string }
export type SignInAgain = () => Promise<Again>

/**
 * A session that can go on after its end while its page stays: the same person signs in again in a window. Anybody else
 * who comes does not get what is on the page; the next time they are asked for their name.
 */
export function lasting(authorization: Authorization, first: Session): { session: Session; signInAgain: SignInAgain } {
  let current = first
  let somebodyElseCame = false
  return {
    session: { ...first, token: () => current.token() },
    async signInAgain() {
      const back = await inAWindow((attempt) =>
        addressOf(authorization, attempt, somebodyElseCame ? 'login' : undefined),
      )
      if (!back) return 'blocked'
      try {
        const next = await sessionFrom(authorization.settings, { ...back, page: page() })
        somebodyElseCame = next.who !== first.who
        if (somebodyElseCame) return { another: next.who }
        current = next
        return 'signed-in'
      } catch {
        return 'failed'
      }
    },
  }
}
