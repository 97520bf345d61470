import { useRef } from 'preact/hooks'
import { useField } from '../../form/field.tsx'
import { useNotices } from '../notices.tsx'
import { QuestionEditor } from './question-editor.tsx'
import { fieldOf, type QuestionValues } from './question-values.ts'

type Props = { questions: readonly QuestionValues[]; onChange: (questions: QuestionValues[]) => void }

const MOST = 20
const newQuestion = (): QuestionValues => ({
  id: crypto.randomUUID(),
  key: '',
  label: '',
  type: 'text',
  required: false,
  options: '',
})

/** What those who register are asked, in that order. */
export function QuestionsEditor({ questions, onChange }: Props) {
  const { errorLine } = useField('questions')
  const say = useNotices()
  const adding = useRef<HTMLButtonElement>(null)
  const latest = useRef(questions)
  latest.current = questions

  const move = (index: number, by: -1 | 1) => {
    const moved = [...questions]
    const [question] = moved.splice(index, 1)
    if (!question) return
    onChange(moved.toSpliced(index + by, 0, question))
    goTo(index + by)
  }
  const remove = (index: number) => {
    const question = questions[index]
    onChange(questions.toSpliced(index, 1))
    adding.current?.focus()
    const back = () => question && onChange(latest.current.toSpliced(index, 0, question))
    say({ words: `Question ${index + 1} is taken away.`, undo: back })
  }
  const add = () => {
    onChange([...questions, newQuestion()])
    goTo(questions.length)
  }
  return (
    <div id="questions">
      <p class="hint">Name and e-mail address are always asked. Whatever else you need for this event, ask here.</p>
      {errorLine}
      {questions.map((question, index) => (
        <QuestionEditor
          key={question.id}
          question={question}
          index={index}
          last={index === questions.length - 1}
          onChange={(changed) => onChange(questions.with(index, changed))}
          onMove={(by) => move(index, by)}
          onRemove={() => remove(index)}
        />
      ))}
      <button type="button" class="button quiet" ref={adding} disabled={questions.length >= MOST} onClick={add}>
        {questions.length === 0 ? 'Add a question' : 'Add another question'}
      </button>
    </div>
  )
}

/** When it is there, or at its new place: a field that moves loses the focus. */
const goTo = (index: number) => setTimeout(() => document.getElementById(fieldOf(index, 'label'))?.focus(), 50)
