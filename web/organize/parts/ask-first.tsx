import type { ComponentChildren } from 'preact'
import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Problem } from '../../api.ts'
import { Alert, Button } from '../../parts/feedback.tsx'

type Props = {
  /** On the button that opens the question, e.g. `Delete`. */
  label: string
  /** Whom or what it is about, for screen readers, where the same button stands in many rows. */
  about?: string
  question: string
  children?: ComponentChildren
  /** On the button that does it. */
  yes: string
  no?: string
  kind?: 'main' | 'quiet' | 'danger'
  busy?: boolean
  problem?: Problem | undefined
  /** Does it; answers whether the question is settled. */
  onYes: () => Promise<boolean>
}

/** A button for what cannot be undone: it asks first. The browser's own dialog keeps and returns the focus. */
export function AskFirst({
  label,
  about,
  question,
  children,
  yes,
  no = 'Cancel',
  kind = 'quiet',
  busy,
  problem,
  onYes,
}: Props) {
  const [open, setOpen] = useState(false)
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    if (open) dialog.current?.showModal()
  }, [open])
  const id = useId()
  return (
    <>
      <Button kind={kind} onClick={() => setOpen(true)}>
        {label}
        {about ? <span class="hidden"> {about}</span> : null}
      </Button>
      {open ? (
        <dialog ref={dialog} aria-labelledby={id} onClose={() => setOpen(false)}>
          <h2 id={id}>{question}</h2>
          {children}
          <Alert problem={problem} />
          <div class="actions">
            <Button kind="quiet" onClick={() => dialog.current?.close()}>
              {no}
            </Button>
            <Button
              kind={kind === 'danger' ? 'danger' : 'main'}
              busy={busy ?? false}
              onClick={async () => {
                if (await onYes()) dialog.current?.close()
              }}
            >
              {yes}
            </Button>
          </div>
        </dialog>
      ) : null}
    </>
  )
}
