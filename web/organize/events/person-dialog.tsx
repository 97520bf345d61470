import { useEffect, useId, useRef } from 'preact/hooks'
import { Button } from '../../parts/feedback.tsx'
import type { OrganizerEvent, OrganizerRegistration } from './answers.ts'
import { CancelRegistration } from './cancel-registration.tsx'
import { PersonFacts } from './person-facts.tsx'
import { PersonNotes } from './person-notes.tsx'
import { nameOf } from './words.ts'

type Props = {
  event: OrganizerEvent
  /** Whose registration is open; undefined: nobody's. */
  registration: OrganizerRegistration | undefined
  onClose: () => void
  onChange: (registration: OrganizerRegistration) => void
  /** Seats went from one to another: whatever counts them is out of date. */
  onSeats: () => void
}

/**
 * All that is known of one registration, and what can be done about it. It closes when something was done: what is said
 * of it at the foot of the window, and how to undo it, is out of reach of an open dialog.
 */
export function PersonDialog({ event, registration, onClose, onChange, onSeats }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const open = registration?.registrationId
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])
  return (
    <dialog ref={dialog} class="event-person" aria-labelledby={id} onClose={onClose}>
      {registration ? (
        <>
          <h2 id={id}>{nameOf(registration)}</h2>
          <PersonFacts event={event} registration={registration} />
          <PersonNotes key={open} event={event} registration={registration} onChange={onChange} onSaved={onClose} />
          <div class="actions">
            <Button onClick={() => dialog.current?.close()}>Done</Button>
            <CancelRegistration
              event={event}
              registration={registration}
              onChange={onChange}
              onOver={() => {
                onClose()
                onSeats()
              }}
            />
          </div>
        </>
      ) : null}
    </dialog>
  )
}
