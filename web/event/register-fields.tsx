import { STATES } from '../../shared/domain/states.ts'
import { SelectField, TextArea, TextField, Tick } from '../form/field.tsx'
import type { Labels } from '../form/labels.ts'
import { fieldOf } from './form-body.ts'
import { QuestionField } from './question-field.tsx'
import type { EventView } from './views.ts'

type Props = { event: EventView; kept: FormData }

const LABELS = {
  firstName: 'First name',
  lastName: 'Last name',
  email: 'E-mail address',
  phone: 'Phone',
  employer: 'Employer',
  jobTitle: 'Job title',
  state: 'State',
}
const AFTER_QUESTIONS = {
  accessibilityNeeds: 'What would make it easier for you to take part',
  consentContact: 'Contact',
}

/** The name of each field, for the list of errors; in the form's order. */
export const labelsOf = ({ questions }: EventView): Labels =>
  new Map([
    ...Object.entries(LABELS),
    ...questions.map((question): [string, string] => [fieldOf(question), question.label]),
    ...Object.entries(AFTER_QUESTIONS),
  ])

const STATES_BY_NAME = [...STATES].sort((one, other) => one.name.localeCompare(other.name))

/** A circle asks for no more than it takes to let somebody in. */
export function RegisterFields({ event, kept }: Props) {
  const field = <Name extends keyof typeof LABELS>(name: Name) => ({
    name,
    label: LABELS[name],
    value: String(kept.get(name) ?? ''),
  })
  const isCircle = event.kind === 'circle'
  return (
    <>
      <div class="two">
        <TextField {...field('firstName')} autocomplete="given-name" />
        <TextField {...field('lastName')} autocomplete="family-name" />
      </div>
      <TextField
        {...field('email')}
        hint="Better a private one: hospital filters often hold back mail from outside."
        kind="email"
        autocomplete="email"
      />
      {isCircle ? null : (
        <>
          <div class="two">
            <TextField {...field('employer')} autocomplete="organization" optional />
            <TextField {...field('jobTitle')} autocomplete="organization-title" optional />
          </div>
          <TextField {...field('phone')} kind="tel" autocomplete="tel" optional />
        </>
      )}
      <SelectField
        {...field('state')}
        hint="So that mail tells the time on your clock, and does not wake you."
        terms={STATES_BY_NAME}
        optional
      />
      {event.questions.map((question) => (
        <QuestionField key={question.key} question={question} kept={kept} />
      ))}
      <TextArea
        name="accessibilityNeeds"
        label={AFTER_QUESTIONS.accessibilityNeeds}
        hint="Captions, a step-free way in, an interpreter, a seat near the door: organizers read it and nobody else."
        value={String(kept.get('accessibilityNeeds') ?? '')}
        rows={3}
        optional
      />
      {isCircle ? null : (
        <Tick name="consentContact" checked={kept.has('consentContact')}>
          The organizers may give my name and e-mail address to the speaker or sponsor of this event.
          <small>Leave it empty and only the organizers see them. You are just as welcome.</small>
        </Tick>
      )}
    </>
  )
}
