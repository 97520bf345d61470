import type { Question } from '../../shared/domain/question.ts'
import { SelectField, TextArea, TextField, useField } from '../form/field.tsx'
import { fieldOf } from './form-body.ts'

type Props = { question: Question; kept: FormData }

/** More than these are quicker to find in a list that opens. */
const MOST_IN_SIGHT = 6
const YES_NO = [
  { code: 'yes', name: 'Yes' },
  { code: 'no', name: 'No' },
]

/** What the organizers of this event ask, with the control that fits. */
export function QuestionField({ question, kept }: Props) {
  const name = fieldOf(question)
  const value = String(kept.get(name) ?? '')
  const field = { name, label: question.label, value, optional: !question.required }
  switch (question.type) {
    case 'text':
      return <TextArea {...field} rows={3} />
    case 'number':
      return <TextField {...field} kind="number" />
    case 'yes-no':
      return <Picks question={question} kept={kept} terms={YES_NO} />
    case 'choices':
      return <Picks question={question} kept={kept} terms={asTerms(question.options)} several />
    case 'choice':
      return question.options.length > MOST_IN_SIGHT ? (
        <SelectField {...field} terms={asTerms(question.options)} />
      ) : (
        <Picks question={question} kept={kept} terms={asTerms(question.options)} />
      )
  }
}

const asTerms = (options: readonly string[]) => options.map((option) => ({ code: option, name: option }))

type PicksProps = Props & { terms: readonly { code: string; name: string }[]; several?: boolean }

/** One of a few, or several: all in sight. */
function Picks({ question, kept, terms, several = false }: PicksProps) {
  const name = fieldOf(question)
  const { described, invalid, hintLine, errorLine } = useField(name, several && 'Choose as many as you like.')
  return (
    <fieldset class="field group" id={name} aria-describedby={described}>
      <legend>
        {question.label} {question.required ? null : <span class="optional">(optional)</span>}
      </legend>
      {hintLine}
      {errorLine}
      {terms.map(({ code, name: words }) => (
        <label class="tick" key={code}>
          <input
            type={several ? 'checkbox' : 'radio'}
            name={name}
            value={code}
            defaultChecked={kept.getAll(name).includes(code)}
            aria-invalid={invalid}
          />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  )
}
