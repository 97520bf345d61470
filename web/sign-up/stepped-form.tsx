import type { TargetedSubmitEvent } from 'preact'
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { type Role, ProfileForm as Schema } from '../../shared/domain/profile-form.ts'
import { Done } from '../answers.ts'
import { ask } from '../api.ts'
import { check, type FieldErrors, fieldErrors } from '../form/check.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { Errors } from '../form/field.tsx'
import { ProfileFields } from '../form/profile-fields.tsx'
import { errorsIn, PARTS, type Part, partOf, Shown } from '../form/steps.ts'
import { readValues, signUpBody, type Values } from '../form/values.ts'
import { Alert, Button } from '../parts/feedback.tsx'
import { useRequest } from '../parts/use-request.ts'
import { type Draft, forgetDraft, keepDraft } from './draft.ts'
import { Progress } from './progress.tsx'
import { Review } from './review.tsx'
import { Trap } from './trap.tsx'
import { usePart } from './use-part.ts'

type Props = { role: Role; draft: Draft; onSent: (values: Values) => void }

/**
 * Signing up, part by part. The browser holds what is typed in all of them; each part is checked when it is left, all
 * of them before sending.
 */
export function SteppedForm({ role, draft, onSent }: Props) {
  const form = useRef<HTMLFormElement>(null)
  const [part, go] = usePart()
  const [errors, setErrors] = useState<FieldErrors>({})
  const [reviewed, setReviewed] = useState(draft.values)
  const { busy, problem, send } = useRequest()
  const next = PARTS[PARTS.indexOf(part) + 1]
  const before = PARTS[PARTS.indexOf(part) - 1]

  // Also when the browser's own buttons lead there.
  useLayoutEffect(() => {
    if (part === 'review' && form.current) setReviewed(readValues(new FormData(form.current)))
  }, [part])

  const show = (to: Part) => {
    setErrors({})
    go(to)
  }
  const complain = (wrong: FieldErrors) => {
    const first = PARTS.find((each) => Object.keys(errorsIn(each, wrong)).length > 0)
    if (first && !Object.keys(errorsIn(part, wrong)).length) go(first)
    setErrors(wrong)
  }
  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget)
    const values = readValues(data)
    const trap = { website: String(data.get('website') ?? ''), secondsOpen: (Date.now() - draft.since) / 1000 }
    const checked = check(Schema, { ...signUpBody(role, values), ...trap })
    if (next) {
      const wrong = checked.ok ? {} : errorsIn(part, checked.errors)
      return Object.keys(wrong).length ? setErrors(wrong) : show(next)
    }
    if (!checked.ok) return complain(checked.errors)
    setErrors({})
    const answer = await send(() => ask(Done, { method: 'POST', path: '/profiles', body: checked.body }))
    if (answer && !answer.ok) return complain(fieldErrors(answer.problem))
    if (!answer) return
    forgetDraft(role)
    onSent(values)
  }

  return (
    <form
      noValidate
      ref={form}
      onSubmit={submit}
      onInput={(event) => keepDraft(role, new FormData(event.currentTarget), draft.since)}
    >
      <Progress part={part} role={role} />
      <ErrorSummary errors={errors} onGoTo={(field) => go(partOf(field))} />
      <Errors.Provider value={errors}>
        <Shown.Provider value={part}>
          <ProfileFields role={role} values={draft.values} signingUp />
          <Review role={role} values={reviewed} consent={draft.values.consent} onChange={show} />
        </Shown.Provider>
      </Errors.Provider>
      <Trap />
      <Alert problem={problem} />
      <div class="actions">
        <Button type="submit" busy={busy}>
          {next ? 'Next' : 'Sign up'}
        </Button>
        {before ? (
          <Button kind="quiet" onClick={() => show(before)}>
            Back
          </Button>
        ) : null}
      </div>
    </form>
  )
}
