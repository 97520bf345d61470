import { SelectField, TextField } from '../../form/field.tsx'
import type { OrganizerEvent } from './answers.ts'
import { DescriptionField } from './description-field.tsx'
import type { EventValues } from './event-values.ts'
import { FormSection } from './form-section.tsx'
import { MomentField } from './moment-field.tsx'
import type { QuestionValues } from './question-values.ts'
import { QuestionsEditor } from './questions-editor.tsx'
import { SeatFields } from './seat-fields.tsx'
import { SeriesFields } from './series-fields.tsx'
import { WhenFields } from './when-fields.tsx'
import { AUDIENCE_TERMS, FIELD_NAMES, KIND_TERMS } from './words.ts'

type Props = {
  /** What the fields were opened with; `values`: what stands in them now. */
  initial: EventValues
  values: EventValues
  /** The one that is being changed. */
  event?: OrganizerEvent
  onQuestions: (questions: QuestionValues[]) => void
}

/** All that is said of an event. */
export const EventFields = ({ initial, values, event, onQuestions }: Props) => {
  const field = (name: 'title' | 'place' | 'onlineUrl' | 'recordingUrl') => ({
    name,
    label: FIELD_NAMES[name],
    value: initial[name],
  })
  return (
    <>
      <FormSection title="What it is">
        <TextField {...field('title')} />
        <div class="two">
          <SelectField name="kind" label={FIELD_NAMES.kind} terms={KIND_TERMS} value={initial.kind} />
          <SelectField name="audience" label={FIELD_NAMES.audience} terms={AUDIENCE_TERMS} value={initial.audience} />
        </div>
        {values.kind === 'circle' ? (
          <p class="hint">
            A support circle asks for no employer and no telephone number, and its people are on no list but that of the
            door.
          </p>
        ) : null}
        <DescriptionField initial={initial.description} typed={values.description} />
      </FormSection>
      <FormSection title="When">
        <WhenFields initial={initial} values={values} />
        {event ? null : <SeriesFields initial={initial} values={values} />}
      </FormSection>
      <FormSection title="Where">
        <p class="hint">Only people with a seat see the place and the link.</p>
        <TextField {...field('place')} optional />
        <TextField {...field('onlineUrl')} hint="It begins with https://." optional />
        {event ? <TextField {...field('recordingUrl')} hint="Those who were there get it by mail." optional /> : null}
      </FormSection>
      <FormSection title="Seats">
        <SeatFields initial={initial} values={values} event={event} />
      </FormSection>
      <FormSection title="Registration">
        <div class="two">
          <MomentField
            name="registration.opensAt"
            hint="Empty: as soon as it is published."
            value={values['registration.opensAt']}
            optional
          />
          <MomentField
            name="registration.closesAt"
            hint="Empty: when the event ends."
            value={values['registration.closesAt']}
            optional
          />
        </div>
        <QuestionsEditor questions={values.questions} onChange={onQuestions} />
      </FormSection>
    </>
  )
}
