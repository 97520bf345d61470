import type { TargetedSubmitEvent } from 'preact'
import { useState } from 'preact/hooks'
import type { FieldErrors } from '../../form/check.ts'
import { ErrorSummary } from '../../form/error-summary.tsx'
import { Errors } from '../../form/field.tsx'
import { ProfileFields } from '../../form/profile-fields.tsx'
import { readValues, type Values } from '../../form/values.ts'
import { VoiceContext } from '../../form/voices.ts'
import { Alert, Button } from '../../parts/feedback.tsx'
import type { Person } from './answers.ts'
import { useSaving } from './use-saving.ts'

/** What was typed over a profile as it was read. */
export type Typed = { person: Person; values: Values }

type Props = {
  start: Typed
  onSaved: (person: Person, changed: boolean) => void
  onClash: (values: Values, now: Person) => void
  onCancel: () => void
}

/** The form of a member, filled in by an organizer. What is typed stays, whatever the server answers. */
export function EditForm({ start, onSaved, onClash, onCancel }: Props) {
  const { busy, problem, save } = useSaving()
  const [errors, setErrors] = useState<FieldErrors>({})
  const submit = async (event: TargetedSubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const values = { ...readValues(new FormData(event.currentTarget)), email: start.person.email }
    const saved = await save(start.person, values)
    if (!saved) return
    setErrors('errors' in saved ? saved.errors : {})
    if ('saved' in saved) onSaved(saved.saved, saved.changed)
    if ('clash' in saved) onClash(values, saved.clash)
  }
  return (
    <form class="edit" noValidate onSubmit={submit}>
      <VoiceContext.Provider value="them">
        <ErrorSummary errors={errors} />
        <Errors.Provider value={errors}>
          <ProfileFields role={start.person.role} values={start.values} signingUp={false} />
        </Errors.Provider>
      </VoiceContext.Provider>
      <Alert problem={problem?.status === 409 && problem.current ? undefined : problem} />
      <div class="actions">
        <Button type="submit" busy={busy}>
          Save
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  )
}
