import type { TargetedSubmitEvent } from 'preact'
import { useState } from 'preact/hooks'
import { type FieldErrors, fieldErrors } from '../../form/check.ts'
import { Errors, TextArea, TextField } from '../../form/field.tsx'
import { Alert, Button } from '../../parts/feedback.tsx'
import { useRequest } from '../../parts/use-request.ts'
import { useAsking } from '../asking.ts'
import { useNotices } from '../notices.tsx'
import { type OrganizerEvent, OrganizerRegistration } from './answers.ts'
import { eventPath } from './paths.ts'
import { nameOf } from './words.ts'

type Props = {
  event: OrganizerEvent
  registration: OrganizerRegistration
  onChange: (registration: OrganizerRegistration) => void
  onSaved: () => void
}
type Noted = { organizerNote: string | null; minutesAttended: number | null }

const notedOf = ({ organizerNote, minutesAttended }: OrganizerRegistration): Noted => ({
  organizerNote: organizerNote ?? null,
  minutesAttended: minutesAttended ?? null,
})

/** What organizers write down about somebody: a note, and how long they were there. */
export function PersonNotes({ event, registration, onChange, onSaved }: Props) {
  const { ask } = useAsking()
  const say = useNotices()
  const [errors, setErrors] = useState<FieldErrors>({})
  const { busy, problem, send } = useRequest()
  const path = eventPath(event.eventId, 'registrations', registration.registrationId)
  const patch = (body: Noted) => ask(OrganizerRegistration, { method: 'PATCH', path, body })
  const hasBegun = event.startsAt <= new Date().toISOString()

  const save = async (submitted: TargetedSubmitEvent<HTMLFormElement>) => {
    submitted.preventDefault()
    const form = new FormData(submitted.currentTarget)
    const text = (name: string) => String(form.get(name) ?? '').trim()
    const before = notedOf(registration)
    const minutes = text('minutesAttended')
    const body = {
      organizerNote: text('organizerNote') || null,
      minutesAttended: hasBegun ? (minutes ? Number(minutes) : null) : before.minutesAttended,
    }
    const whole = body.minutesAttended === null || Number.isInteger(body.minutesAttended)
    setErrors(whole ? {} : { minutesAttended: 'Please enter a whole number, such as 60.' })
    if (!whole) return
    const answer = await send(() => patch(body))
    if (!answer) return
    if (!answer.ok) return setErrors(fieldErrors(answer.problem))
    onChange(answer.value)
    onSaved()
    const undo = async () => {
      const back = await patch(before)
      if (back.ok) onChange(back.value)
      else say({ words: back.problem.sentence, bad: true })
    }
    say({ words: `Noted for ${nameOf(registration)}.`, undo })
  }

  return (
    <form noValidate aria-label="What organizers write down" onSubmit={save}>
      <Errors.Provider value={errors}>
        <TextArea
          name="organizerNote"
          label="Note"
          hint="Only organizers read it. It stands in the full list."
          value={registration.organizerNote ?? ''}
          rows={2}
          optional
        />
        {hasBegun ? (
          <TextField
            name="minutesAttended"
            label="Minutes they were there"
            kind="number"
            value={String(registration.minutesAttended ?? '')}
            optional
          />
        ) : null}
      </Errors.Provider>
      <Alert problem={problem} />
      <Button type="submit" kind="quiet" busy={busy}>
        Save what I wrote
      </Button>
    </form>
  )
}
