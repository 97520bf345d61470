import { useRef } from 'preact/hooks'
import { Done } from '../answers.ts'
import { ask } from '../api.ts'
import { Alert, Button } from '../parts/feedback.tsx'
import { useRequest } from '../parts/use-request.ts'
import type { RegistrationView } from './views.ts'

type Held = 'confirmed' | 'waitlisted' | 'offered'
type Props = { registration: RegistrationView; held: Held; token: string; onGone: () => void }

const WORDS: Record<Held, { open: string; question: string; means: string; keep: string; give: string }> = {
  confirmed: {
    open: 'I cannot come',
    question: 'Give your seat back?',
    means:
      'Whoever is next in line gets it. Should you change your mind, you can register again, at the end of the line.',
    keep: 'Keep my seat',
    give: 'Give it back',
  },
  waitlisted: {
    open: 'Leave the line',
    question: 'Leave the line?',
    means: 'Those behind you move up. Should you come back, you start at its end.',
    keep: 'Stay in line',
    give: 'Yes, leave it',
  },
  offered: {
    open: 'Pass it on',
    question: 'Pass the seat on?',
    means: 'It is offered to the next in line, and you are no longer in line yourself.',
    keep: 'Not yet',
    give: 'Yes, pass it on',
  },
}

const NOBODY_WAITS =
  'Somebody else can have it then. Should you change your mind, you can register again while there are seats.'

/** Gives back what somebody has, after asking once more. The browser's own dialog keeps and returns the focus. */
export function GiveUp({ registration, held, token, onGone }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const { busy, problem, send } = useRequest()
  const { open, question, keep, give } = WORDS[held]
  const means = held === 'confirmed' && registration.waitlistLength === 0 ? NOBODY_WAITS : WORDS[held].means
  const path = `/registrations/${encodeURIComponent(registration.registrationId)}`
  const giveUp = async () => {
    // An offer that was taken in another window is a seat by now: that is not given up by passing the offer on.
    const answer = await send(() =>
      held === 'offered'
        ? ask(Done, { method: 'POST', path: `${path}/answer`, token, body: { answer: 'decline' } })
        : ask(Done, { method: 'DELETE', path, token }),
    )
    if (answer?.ok || answer?.problem.status === 409) onGone()
  }
  return (
    <>
      <Button kind={held === 'offered' ? 'quiet' : 'danger'} onClick={() => dialog.current?.showModal()}>
        {open}
      </Button>
      <dialog ref={dialog} aria-labelledby="give-up-title" aria-describedby="give-up-means">
        <h2 id="give-up-title">{question}</h2>
        <p id="give-up-means">{means}</p>
        <Alert problem={problem} />
        <div class="actions">
          <Button kind="quiet" onClick={() => dialog.current?.close()}>
            {keep}
          </Button>
          <Button kind="danger" busy={busy} onClick={giveUp}>
            {give}
          </Button>
        </div>
      </dialog>
    </>
  )
}
