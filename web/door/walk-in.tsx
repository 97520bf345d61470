import { useState } from 'preact/hooks'
import { WalkInForm } from '../../shared/domain/check-in.ts'
import { ask } from '../api.ts'
import { check, type FieldErrors, fieldErrors } from '../form/check.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { Errors, TextField } from '../form/field.tsx'
import { Alert, Button } from '../parts/feedback.tsx'
import { useRequest } from '../parts/use-request.ts'
import type { Session } from '../sign-in/session.ts'
import { WalkedIn } from './answers.ts'
import { nameOf } from './words.ts'

type Props = { eventId: string; session: Session; onDone: (name: string) => void; onCancel: () => void }

const WORDS = { firstName: 'First name', lastName: 'Last name', email: 'E-mail address' }
const LABELS = new Map(Object.entries(WORDS))

/** Somebody who has not registered. Whether there is a seat is for the server to say, so this needs a network. */
export function WalkIn({ eventId, session, onDone, onCancel }: Props) {
  const [errors, setErrors] = useState<FieldErrors>({})
  const [key] = useState(() => crypto.randomUUID())
  const { busy, problem, send } = useRequest()

  const submit = async (form: HTMLFormElement) => {
    const typed = Object.fromEntries([...new FormData(form)].filter(([, value]) => value !== ''))
    const checked = check(WalkInForm, { ...typed, idempotencyKey: key })
    setErrors(checked.ok ? {} : checked.errors)
    if (!checked.ok) return
    const path = `/organizer/events/${encodeURIComponent(eventId)}/walk-ins`
    const token = (await session.token()) ?? ''
    const answer = await send(() => ask(WalkedIn, { method: 'POST', path, token, body: checked.body }))
    if (answer?.ok) onDone(nameOf(answer.value))
    else if (answer) setErrors(fieldErrors(answer.problem))
  }

  return (
    <form
      class="card"
      noValidate
      aria-labelledby="walk-in"
      onSubmit={(event) => {
        event.preventDefault()
        void submit(event.currentTarget)
      }}
    >
      <h2 id="walk-in">Add a walk-in</h2>
      <ErrorSummary errors={errors} labels={LABELS} />
      <Errors.Provider value={errors}>
        <TextField name="firstName" label={WORDS.firstName} value="" />
        <TextField name="lastName" label={WORDS.lastName} value="" />
        <TextField
          name="email"
          label={WORDS.email}
          hint="If they want the thanks, and the recording, by e-mail."
          kind="email"
          optional
          value=""
        />
      </Errors.Provider>
      <Alert problem={problem} />
      <div class="actions">
        <Button type="submit" busy={busy}>
          Let them in
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
