import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { Button } from '../parts/feedback.tsx'
import type { Again, Lasting } from './lasting.ts'

type Props = Lasting & { onOver: (signedIn: boolean) => void }
type Standing = 'ended' | 'under-way' | Exclude<Again, 'signed-in'>

/**
 * Says that a session has ended, and helps to go on without losing what was typed. A dialog, because what was typed may
 * stand in one: nothing beside an open dialog can be reached, but another dialog can. Its title has the focus, so that
 * whoever was typing presses no button of it.
 */
export function SignInAgain({ session, signIn, signInAgain, onOver }: Props) {
  const [standing, setStanding] = useState<Standing>('ended')
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const opened = dialog.current
    const goBack = wayBack()
    opened?.showModal()
    return () => {
      opened?.close()
      goBack()
    }
  }, [])
  const id = useId()
  const press = async () => {
    const going = signInAgain()
    setStanding('under-way')
    const went = await going
    if (went === 'signed-in') onOver(true)
    else setStanding(went)
  }
  const isNew = standing === 'ended'
  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={() => onOver(false)}>
      <h2 id={id} tabIndex={-1} autofocus>
        Please sign in again
      </h2>
      <p role="status">{wordsOn(standing, session.who)}</p>
      {isNew ? null : (
        <p>
          You can also leave this page to sign in. What you typed and did not save is lost then: choose “Not now” and
          copy it first.
        </p>
      )}
      <div class="actions">
        <Button onClick={press}>{isNew ? 'Sign in again' : 'Try again'}</Button>
        {isNew ? null : (
          <Button kind="quiet" onClick={signIn}>
            Leave this page to sign in
          </Button>
        )}
        <Button kind="quiet" onClick={() => onOver(false)}>
          Not now
        </Button>
      </div>
    </dialog>
  )
}

/** Chromium gives a field its focus back without the caret when a dialog is left with the mouse: no key types there. */
function wayBack(): () => void {
  const before = document.activeElement
  return () => {
    if (!(before instanceof HTMLElement)) return
    before.blur()
    before.focus({ preventScroll: true })
  }
}

function wordsOn(standing: Standing, who: string): string {
  if (standing === 'ended') {
    return 'Your sign-in has ended. Sign in again in a window: what you typed stays, and what you pressed is done then.'
  }
  if (standing === 'under-way') {
    return 'Please sign in in the other window. Is there none, or did you close it? Then try again.'
  }
  if (standing === 'blocked') {
    return 'Your browser did not let us open a window. Allow this site to open one (a “pop-up”), and try again.'
  }
  if (standing === 'failed') return 'Signing in did not work.'
  return `You have signed in as ${standing.another}, but this page is of ${who}. It stays as it is until ${who} signs in.`
}
