import { type Authorization, addressOf, page } from './authorization.ts'
import { inAWindow } from './in-a-window.ts'
import { inThisPage } from './in-this-page.ts'
import { type Session, sessionFrom } from './session.ts'

/** How signing in again went: no window was let open, or it did not work, or somebody else came. */
export type Again = 'signed-in' | 'blocked' | 'failed' | { another: string }
export type Lasting = {
  session: Session
  /** In the place of the page. */
  signIn: () => Promise<void>
  /** In a window, so that the page stays. */
  signInAgain: () => Promise<Again>
}

/**
 * A session that can go on after its end while its page stays: the same person signs in again in a window. Anybody else
 * who comes does not get what is on the page; the next time they are asked for their name.
 */
export function lasting(authorization: Authorization, first: Session): Lasting {
  let current = first
  let wanted = authorization
  return {
    session: { ...first, token: () => current.token() },
    signIn: () => inThisPage(wanted),
    async signInAgain() {
      const back = await inAWindow((attempt) => addressOf(wanted, attempt))
      if (!back) return 'blocked'
      try {
        const next = await sessionFrom(authorization.settings, { ...back, page: page() })
        const isAnother = next.id !== first.id
        wanted = isAnother ? { ...authorization, prompt: 'login' } : authorization
        if (isAnother) return { another: next.who }
        current = next
        return 'signed-in'
      } catch {
        return 'failed'
      }
    },
  }
}
