import type { TargetedSubmitEvent } from 'preact'
import { useState } from 'preact/hooks'
import { registrationForm } from '../../shared/domain/registration.ts'
import { check, type FieldErrors, fieldErrors } from '../form/check.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { Errors } from '../form/field.tsx'
import { Alert, Button } from '../parts/feedback.tsx'
import { useRequest } from '../parts/use-request.ts'
import { Trap } from '../sign-up/trap.tsx'
import { bodyOf, textIn } from './form-body.ts'
import { forgetForm, keepForm, keptForm } from './kept-form.ts'
import { MOST_ATTEMPTS, register } from './register.ts'
import { labelsOf, RegisterFields } from './register-fields.tsx'
import type { EventView, Registered } from './views.ts'
import { hasLine, isFull, people } from './words.ts'

type Props = { event: EventView; onRegistered: (registered: Registered, address: string) => void }

/** A seat, or, when all are taken, a place in line. */
export function RegisterForm({ event, onRegistered }: Props) {
  const [kept] = useState(() => keptForm(event.eventId))
  const [errors, setErrors] = useState<FieldErrors>({})
  const [attempt, setAttempt] = useState(0)
  const { busy, problem, send } = useRequest()

  const submit = async (submitted: TargetedSubmitEvent<HTMLFormElement>) => {
    submitted.preventDefault()
    const form = new FormData(submitted.currentTarget)
    const checked = check(registrationForm(event), bodyOf(form, event))
    setErrors(checked.ok ? {} : checked.errors)
    if (!checked.ok) return
    const answer = await send(() =>
      register(event.eventId, { ...checked.body, website: textIn(form, 'website') }, setAttempt),
    )
    setAttempt(0)
    if (answer?.ok) {
      forgetForm(event.eventId)
      onRegistered(answer.value, checked.body.email)
    } else if (answer) setErrors(fieldErrors(answer.problem))
  }

  return (
    <form
      noValidate
      class="card"
      aria-labelledby="register"
      onSubmit={submit}
      onInput={(typed) => keepForm(event.eventId, new FormData(typed.currentTarget))}
    >
      <h2 id="register">{isFull(event) ? 'Join the waiting line' : 'Register'}</h2>
      {isFull(event) ? <InLine event={event} /> : null}
      <ErrorSummary errors={errors} labels={labelsOf(event)} />
      <Errors.Provider value={errors}>
        <RegisterFields event={event} kept={kept} />
      </Errors.Provider>
      <Trap />
      <p class="hint">
        We use this for the event alone: the organizers see it, and we write to you about it. Names and addresses are
        deleted 400 days after the event. <a href="/privacy">What we store, item by item</a>
      </p>
      <Alert problem={problem} />
      <div role="status">
        {attempt ? (
          <p class="notice">
            Many people are registering just now. We keep trying for you ({attempt} of {MOST_ATTEMPTS}): nothing you
            typed is lost, and you are counted once.
          </p>
        ) : null}
      </div>
      <Button type="submit" busy={busy}>
        {isFull(event) ? 'Join the line' : 'Register'}
      </Button>
    </form>
  )
}

const InLine = ({ event }: { event: EventView }) =>
  hasLine(event) ? (
    <p>
      All seats are taken
      {event.waitlistLength
        ? `, and ${people(event.waitlistLength)} ${event.waitlistLength === 1 ? 'waits' : 'wait'} before you.`
        : '; you would be the first in line.'}{' '}
      {event.waitlist.policy === 'offer'
        ? 'When a seat is free for you, we hold it for some hours and ask you by e-mail.'
        : 'When a seat is free for you, it is yours at once, and we tell you by e-mail.'}
    </p>
  ) : null
