import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../parts/feedback.tsx'
import type { Again, SignInAgain as Way } from './lasting.ts'

type Props = {
  /** Whose the page is. */
  who: string
  /** In a window, so that the page stays. */
  signInAgain: Way
  /** In the place of the page. */
  signIn: () => Promise<void>
  onSignedIn: () => void
  onNotNow: () => void
}
type Standing = 'ended' | 'under-way' | Exclude<Again, 'signed-in'>

/**
 * Says that a session has ended, and helps to go on without losing what was typed. A dialog, because what was typed may
 * stand in one: nothing beside an open dialog can be reached, but another dialog can. Its title has the focus, so that
 * whoever was typing presses no button of it.
 */
export function SignInAgain({ who, signInAgain, signIn, onSignedIn, onNotNow }: Props) {
  const [standing, setStanding] = useState<Standing>('ended')
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const opened = dialog.current
    opened?.showModal()
    return () => opened?.close()
  }, [])
  const id = useId()
  const press = async () => {
    const going = signInAgain()
    setStanding('under-way')
    const went = await going
    if (went === 'signed-in') onSignedIn()
    else setStanding(went)
  }
  const isNew = standing === 'ended'
  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={onNotNow}>
      <h2 id={id} tabIndex={-1} autofocus>
        Please sign in again
      </h2>
      <p role="status">{wordsOn(standing, who)}</p>
      {isNew ? null : (
        <p>You can also leave this page to sign in. What you typed and did not save is lost then: copy it first.</p>
      )}
      <div class="actions">
        <Button onClick={press}>{isNew ? 'Sign in again' : 'Try again'}</Button>
        {isNew ? null : (
          <Button kind="quiet" onClick={signIn}>
            Leave this page to sign in
          </Button>
        )}
        <Button kind="quiet" onClick={() => dialog.current?.close()}>
          Not now
        </Button>
      </div>
    </dialog>
  )
}

function wordsOn(standing: Standing, who: string): string {
  if (standing === 'ended')
    return 'Your sign-in has ended. Sign in again in a window of its own: all that you typed here stays.'
  if (standing === 'under-way') {
    return 'Please sign in in the other window. Is there none, or did you close it? Then try again.'
  }
  if (standing === 'blocked') {
    return 'Your browser did not let us open a window. Allow this site to open one (a “pop-up”), and try again.'
  }
  if (standing === 'failed') return 'Signing in did not work.'
  return `You have signed in as ${standing.another}, but this page is of ${who}. It stays as it is until ${who} signs in.`
}
