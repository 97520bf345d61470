import type { TargetedSubmitEvent } from 'preact'
import { useState } from 'preact/hooks'
import type { Role } from '../../shared/domain/profile-form.ts'
import type { Answer } from '../api.ts'
import { Alert, Button } from '../parts/feedback.tsx'
import { useRequest } from '../parts/use-request.ts'
import { type Checked, type FieldErrors, fieldErrors } from './check.ts'
import { ErrorSummary } from './error-summary.tsx'
import { Errors } from './field.tsx'
import { ProfileFields } from './profile-fields.tsx'
import { readValues, type Values } from './values.ts'

type Props<Body, Result> = {
  role: Role
  start: Values
  action: string
  check: (values: Values) => Checked<Body>
  send: (body: Body) => Promise<Answer<Result>>
  onDone: (result: Result, values: Values) => void
  onCancel?: () => void
}

/**
 * The form of a profile, for changing it. The browser holds what is typed; it is read and checked when it is sent, so a
 * refusal or a lost connection takes nothing away.
 */
export function ProfileForm<Body, Result>(props: Props<Body, Result>) {
  const [errors, setErrors] = useState<FieldErrors>({})
  const { busy, problem, send } = useRequest()

  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const values = readValues(new FormData(event.currentTarget))
    const checked = props.check(values)
    setErrors(checked.ok ? {} : checked.errors)
    if (!checked.ok) return
    const answer = await send(() => props.send(checked.body))
    if (answer?.ok) props.onDone(answer.value, values)
    else if (answer) setErrors(fieldErrors(answer.problem))
  }

  return (
    <form noValidate onSubmit={submit}>
      <ErrorSummary errors={errors} />
      <Errors.Provider value={errors}>
        <ProfileFields role={props.role} values={props.start} signingUp={false} />
      </Errors.Provider>
      <Alert problem={problem} />
      <div class="actions">
        <Button type="submit" busy={busy}>
          {props.action}
        </Button>
        {props.onCancel ? (
          <Button kind="quiet" onClick={props.onCancel}>
            Cancel
          </Button>
        ) : null}
      </div>
    </form>
  )
}
