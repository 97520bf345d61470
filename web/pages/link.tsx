import type { TargetedSubmitEvent } from 'preact'
import { useState } from 'preact/hooks'
import * as z from 'zod'
import { EmailAddress } from '../../shared/domain/fields.ts'
import { Done } from '../answers.ts'
import { ask } from '../api.ts'
import { check, type FieldErrors, fieldErrors } from '../form/check.ts'
import { ErrorSummary } from '../form/error-summary.tsx'
import { Errors, TextField } from '../form/field.tsx'
import { LABELS } from '../form/labels.ts'
import { Alert, Button } from '../parts/feedback.tsx'
import { Screen } from '../parts/screen.tsx'
import { showPage } from '../parts/show-page.tsx'
import { useRequest } from '../parts/use-request.ts'

const LinkForm = z.strictObject({ email: EmailAddress })

/** Says the same whether or not the address is known, so that nobody can probe for members. */
function Link() {
  const [sent, setSent] = useState(false)
  const [errors, setErrors] = useState<FieldErrors>({})
  const { busy, problem, send } = useRequest()

  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const checked = check(LinkForm, { email: new FormData(event.currentTarget).get('email') })
    setErrors(checked.ok ? {} : checked.errors)
    if (!checked.ok) return
    const answer = await send(() => ask(Done, { method: 'POST', path: '/links', body: checked.body }))
    if (answer?.ok) setSent(true)
    else if (answer) setErrors(fieldErrors(answer.problem))
  }

  if (sent)
    return (
      <Screen title="Please check your mail" lead="If we know that address, a link is on its way.">
        <p>
          Nothing there after five minutes? Look in the folder for junk, or try another address: it must be the one that
          you signed up with.
        </p>
      </Screen>
    )
  return (
    <Screen title="Get a new link" lead="We send you a link to your profile, where you can change it, pause or leave.">
      <form noValidate onSubmit={submit}>
        <ErrorSummary errors={errors} />
        <Errors.Provider value={errors}>
          <TextField name="email" label={LABELS.email} value="" kind="email" autocomplete="email" />
        </Errors.Provider>
        <Alert problem={problem} />
        <Button type="submit" busy={busy}>
          Send me a link
        </Button>
      </form>
    </Screen>
  )
}

showPage(<Link />)
