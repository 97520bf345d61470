import { useRef } from 'preact/hooks'
import { Left } from '../answers.ts'
import { ask } from '../api.ts'
import { Alert, Button } from '../parts/feedback.tsx'
import { useRequest } from '../parts/use-request.ts'

type Props = { token: string; onLeave: (leavesAt: string | undefined) => void }

/** Deletes everything, after asking once more. The browser's own dialog keeps and returns the focus. */
export function Leave({ token, onLeave }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const { busy, problem, send } = useRequest()
  const leave = async () => {
    const answer = await send(() => ask(Left, { method: 'DELETE', path: '/me', token }))
    if (answer?.ok) onLeave(answer.value.leavesAt)
  }
  return (
    <>
      <Button kind="danger" onClick={() => dialog.current?.showModal()}>
        Delete my profile
      </Button>
      <dialog ref={dialog} aria-labelledby="leave-title" aria-describedby="leave-what">
        <h2 id="leave-title">Delete everything about you?</h2>
        <p id="leave-what">
          Your profile and everything in it is deleted, and open introductions end. For a few minutes you can still
          think better of it. If you only need a rest, pause instead.
        </p>
        <Alert problem={problem} />
        <div class="actions">
          <Button kind="quiet" onClick={() => dialog.current?.close()}>
            Keep my profile
          </Button>
          <Button kind="danger" busy={busy} onClick={leave}>
            Delete everything
          </Button>
        </div>
      </dialog>
    </>
  )
}
