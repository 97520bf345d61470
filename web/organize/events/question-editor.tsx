import { useField } from '../../form/field.tsx'
import { fieldOf, hasOptions, type QuestionValues } from './question-values.ts'
import { QUESTION_TYPES } from './words.ts'

type Props = {
  question: QuestionValues
  index: number
  last: boolean
  onChange: (question: QuestionValues) => void
  onMove: (by: -1 | 1) => void
  onRemove: () => void
}

/** One question to those who register. */
export function QuestionEditor({ question, index, last, onChange, onMove, onRemove }: Props) {
  const [label, options] = [fieldOf(index, 'label'), fieldOf(index, 'options')]
  const tied = useField(label)
  const tiedOptions = useField(options, 'One a line, at least two.')
  const name = `question ${index + 1}`
  return (
    <fieldset class="card question">
      <legend class="hidden">Question {index + 1}</legend>
      <div class="field">
        <label for={label}>Question {index + 1}</label>
        <input
          id={label}
          type="text"
          value={question.label}
          onInput={({ currentTarget }) => onChange({ ...question, label: currentTarget.value })}
          aria-describedby={tied.described}
          aria-invalid={tied.invalid}
          required
        />
        {tied.errorLine}
      </div>
      <div class="two">
        <div class="field">
          <label for={fieldOf(index, 'type')}>Answered with</label>
          <select
            id={fieldOf(index, 'type')}
            value={question.type}
            onInput={({ currentTarget }) => onChange({ ...question, type: currentTarget.value })}
          >
            {QUESTION_TYPES.map(({ code, name: words }) => (
              <option key={code} value={code}>
                {words}
              </option>
            ))}
          </select>
        </div>
        <label class="tick">
          <input
            type="checkbox"
            checked={question.required}
            onInput={({ currentTarget }) => onChange({ ...question, required: currentTarget.checked })}
          />
          <span>Must be answered</span>
        </label>
      </div>
      {hasOptions(question) ? (
        <div class="field">
          <label for={options}>What one can choose</label>
          {tiedOptions.hintLine}
          <textarea
            id={options}
            rows={4}
            value={question.options}
            onInput={({ currentTarget }) => onChange({ ...question, options: currentTarget.value })}
            aria-describedby={tiedOptions.described}
            aria-invalid={tiedOptions.invalid}
          />
          {tiedOptions.errorLine}
        </div>
      ) : null}
      {question.key ? <p class="hint">Its column in lists is q_{question.key}, also when its words change.</p> : null}
      <div class="actions">
        <button type="button" class="button quiet" disabled={index === 0} onClick={() => onMove(-1)}>
          Up<span class="hidden">: {name}</span>
        </button>
        <button type="button" class="button quiet" disabled={last} onClick={() => onMove(1)}>
          Down<span class="hidden">: {name}</span>
        </button>
        <button type="button" class="button danger" onClick={onRemove}>
          Take away<span class="hidden">: {name}</span>
        </button>
      </div>
    </fieldset>
  )
}
