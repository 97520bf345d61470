import { generateRandomCodeVerifier, generateRandomState } from 'oauth4webapi'
import * as z from 'zod'
import { type OrganizerScope, SignIn } from '../../shared/domain/organizer.ts'
import { ask } from '../api.ts'
import { type Authorization, addressOf, page } from './authorization.ts'
import { lasting, type SignInAgain } from './lasting.ts'
import { type Session, sessionFrom } from './session.ts'

/** How somebody comes to a page that asks them to sign in. `signIn` leaves the page for it, `signInAgain` does not. */
export type Arrival =
  | { state: 'signed-in'; session: Session; signIn: () => Promise<void>; signInAgain: SignInAgain }
  | { state: 'signed-out'; signIn: () => Promise<void>; problem?: string }
  | { state: 'offline' }

type Wanted = {
  scopes: readonly OrganizerScope[]
  /** Who was signed in before a reload goes there and back at once, without being asked. */
  silently: boolean
}

const Begun = z.object({ state: z.string(), verifier: z.string(), hash: z.string() })
const BEGUN = 'sign-in'
/** Says that there was a session in this tab, and nothing about it. */
const WAS_IN = 'signed-in'

/** Opens the session of this page: from the code in its address, or by going to sign in again. */
export async function arrive({ scopes, silently }: Wanted): Promise<Arrival> {
  const answer = await ask(SignIn, { method: 'GET', path: '/sign-in' })
  if (!answer.ok) return { state: 'offline' }
  const authorization = { settings: answer.value, scopes }
  const signIn = () => begin(authorization)

  const parameters = new URLSearchParams(location.search)
  if (parameters.has('state')) {
    const begun = taken()
    history.replaceState(null, '', location.pathname + (begun?.hash ?? ''))
    if (!begun) return { state: 'signed-out', signIn }
    try {
      const session = await sessionFrom(authorization.settings, { parameters, page: page(), ...begun })
      sessionStorage.setItem(WAS_IN, 'yes')
      return { state: 'signed-in', ...lasting(authorization, { ...session, signOut: () => leave(session) }), signIn }
    } catch {
      return { state: 'signed-out', signIn, problem: 'Signing in did not work. Please try again.' }
    }
  }
  if (silently && sessionStorage.getItem(WAS_IN)) {
    await signIn()
    // The browser is on its way there; what is shown meanwhile stays.
    await new Promise(() => {})
  }
  return { state: 'signed-out', signIn }
}

async function begin(authorization: Authorization): Promise<void> {
  const begun = { state: generateRandomState(), verifier: generateRandomCodeVerifier(), hash: location.hash }
  sessionStorage.setItem(BEGUN, JSON.stringify(begun))
  sessionStorage.removeItem(WAS_IN)
  location.assign(await addressOf(authorization, begun))
}

function taken(): z.output<typeof Begun> | undefined {
  const text = sessionStorage.getItem(BEGUN)
  sessionStorage.removeItem(BEGUN)
  return text ? Begun.safeParse(JSON.parse(text)).data : undefined
}

/** Whoever comes after them in this tab finds nothing of theirs. */
function leave(session: Session): void {
  sessionStorage.clear()
  session.signOut()
}
