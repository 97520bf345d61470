import { useId, useLayoutEffect, useRef } from 'preact/hooks'
import { type EventPatch, IN_CALENDARS } from '../../../shared/domain/event-edit.ts'
import { people } from '../../event/words.ts'
import { Button } from '../../parts/feedback.tsx'
import type { OrganizerEvent } from './answers.ts'
import { differing, type EventValues } from './event-values.ts'
import { concerned, FIELD_NAMES, valueInWords } from './words.ts'

/** A change that waits for a yes. */
export type Telling = { body: EventPatch; before: EventValues; values: EventValues }

type Props = {
  event: OrganizerEvent
  telling: Telling | undefined
  busy: boolean
  onYes: (body: EventPatch) => Promise<boolean>
  onNo: () => void
}

const told: readonly string[] = IN_CALENDARS

/** What people are written about cannot be taken back: so it says first how many hear of it, and of what. */
export function AskToTell({ event, telling, busy, onYes, onNo }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useLayoutEffect(() => {
    if (telling) dialog.current?.showModal()
    else dialog.current?.close()
  }, [telling])
  return (
    <dialog ref={dialog} aria-labelledby={id} onClose={onNo}>
      <h2 id={id}>Tell {people(concerned(event))}?</h2>
      {telling ? (
        <>
          <p>Whoever has a seat or waits for one gets an e-mail with a new entry for the calendar.</p>
          <dl class="facts told">
            {differing(telling.before, telling.values)
              .filter((name) => told.includes(name))
              .map((name) => (
                <div key={name}>
                  <dt>{FIELD_NAMES[name]}</dt>
                  <dd>
                    <del>{valueInWords(telling.before, name)}</del> <ins>{valueInWords(telling.values, name)}</ins>
                  </dd>
                </div>
              ))}
          </dl>
          <div class="actions">
            <Button kind="quiet" onClick={onNo}>
              Not yet
            </Button>
            <Button
              busy={busy}
              onClick={async () => {
                await onYes(telling.body)
                onNo()
              }}
            >
              Save and tell them
            </Button>
          </div>
        </>
      ) : null}
    </dialog>
  )
}
