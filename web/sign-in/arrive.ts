import { type OrganizerScope, SignIn } from '../../shared/domain/organizer.ts'
import { ask } from '../api.ts'
import { page } from './authorization.ts'
import { inThisPage, taken, wasLeft } from './in-this-page.ts'
import { type Lasting, lasting } from './lasting.ts'
import { type Session, sessionFrom } from './session.ts'

/** How somebody comes to a page that asks them to sign in. `signIn` leaves the page for it. */
export type Arrival =
  | ({ state: 'signed-in' } & Lasting)
  | { state: 'signed-out'; signIn: () => Promise<void>; problem?: string }
  | { state: 'offline' }

type Wanted = {
  scopes: readonly OrganizerScope[]
  /** Who was signed in before a reload goes there and back at once, without being asked. */
  silently: boolean
}

/** The account that this tab is of, by its id: no name and no address is stored. */
const WHOSE = 'signed-in'

/** Opens the session of this page: from the code in its address, or by going to sign in again. */
export async function arrive({ scopes, silently }: Wanted): Promise<Arrival> {
  const answer = await ask(SignIn, { method: 'GET', path: '/sign-in' })
  if (!answer.ok) return { state: 'offline' }
  const authorization = { settings: answer.value, scopes }
  const signIn = () => inThisPage(authorization)

  const parameters = new URLSearchParams(location.search)
  if (parameters.has('state')) {
    const begun = taken()
    history.replaceState(null, '', location.pathname + (begun?.hash ?? ''))
    if (!begun) return { state: 'signed-out', signIn }
    try {
      const session = await sessionFrom(authorization.settings, { parameters, page: page(), ...begun })
      enter(session)
      return { state: 'signed-in', ...lasting(authorization, { ...session, signOut: () => leave(session) }) }
    } catch {
      return { state: 'signed-out', signIn, problem: 'Signing in did not work. Please try again.' }
    }
  }
  if (silently && sessionStorage.getItem(WHOSE) && !wasLeft()) {
    await signIn()
    // The browser is on its way there; what is shown meanwhile stays.
    await new Promise(() => {})
  }
  return { state: 'signed-out', signIn }
}

/** Whoever comes after somebody else in this tab finds nothing of theirs, whether those signed out or not. */
function enter({ id }: Session): void {
  const before = sessionStorage.getItem(WHOSE)
  if (before && before !== id) sessionStorage.clear()
  sessionStorage.setItem(WHOSE, id)
}

function leave(session: Session): void {
  sessionStorage.clear()
  session.signOut()
}
