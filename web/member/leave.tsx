import { useRef } from 'preact/hooks'
import { Done } from '../answers.ts'
import { ask } from '../api.ts'
import { Alert, Button } from '../parts/feedback.tsx'
import { useRequest } from '../parts/use-request.ts'

/** Deletes everything, after asking once more. The browser's own dialog keeps and returns the focus. */
export function Leave({ token, onGone }: { token: string; onGone: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const { busy, problem, send } = useRequest()
  const leave = async () => {
    const answer = await send(() => ask(Done, { method: 'DELETE', path: '/me', token }))
    if (answer?.ok) onGone()
  }
  return (
    <>
      <Button kind="danger" onClick={() => dialog.current?.showModal()}>
        Delete my profile
      </Button>
      <dialog ref={dialog} aria-labelledby="leave-title" aria-describedby="leave-what">
        <h2 id="leave-title">Delete everything about you?</h2>
        <p id="leave-what">
          Your profile and everything in it is deleted, and open introductions end. This cannot be undone. If you only
          need a rest, pause instead.
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
