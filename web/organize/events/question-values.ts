import * as z from 'zod'
import { Question } from '../../../shared/domain/question.ts'
import { check, type FieldErrors } from '../../form/check.ts'

/** A question to registrants as the form holds it. */
export const QuestionValues = z.object({
  /** Names it in the form alone. */
  id: z.string(),
  /** Names its column in lists; empty until it is saved for the first time. */
  key: z.string(),
  label: z.string(),
  type: z.string(),
  required: z.boolean(),
  /** One a line. */
  options: z.string(),
})
export type QuestionValues = z.output<typeof QuestionValues>

export const questionValues = (question: Question): QuestionValues => ({
  id: question.key,
  key: question.key,
  label: question.label,
  type: question.type,
  required: question.required,
  options: 'options' in question ? question.options.join('\n') : '',
})

export const hasOptions = ({ type }: Pick<QuestionValues, 'type'>): boolean => type === 'choice' || type === 'choices'

/** The field of the form in which one of its words is typed; its error has the same name. */
export const fieldOf = (index: number, part: 'label' | 'type' | 'options'): string => `questions.${index}.${part}`

/**
 * What the API takes. A new question's key is made of its words and stays when they change. `reserved`: keys of questions
 * that are asked no more, whose columns are theirs.
 */
export function questionsBody(questions: readonly QuestionValues[], reserved: readonly string[]): unknown[] {
  const taken = new Set([...reserved, ...questions.map(({ key }) => key)])
  return questions.map((question) => {
    const { label, type, required } = question
    const key = question.key || keyFor(label, taken)
    taken.add(key)
    return { key, label, type, required, ...(hasOptions(question) && { options: optionsIn(question) }) }
  })
}

const optionsIn = ({ options }: QuestionValues): string[] =>
  options
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** What is wrong with each, by the field in which it can be mended. */
export function questionErrors(questions: readonly QuestionValues[], reserved: readonly string[]): FieldErrors {
  const errors: FieldErrors = {}
  for (const [index, body] of questionsBody(questions, reserved).entries()) {
    const checked = check(Question, body)
    if (checked.ok) continue
    for (const [field, message] of Object.entries(checked.errors)) {
      errors[fieldOf(index, field === 'options' || field === 'type' ? field : 'label')] ??= message
    }
  }
  return errors
}

const LONGEST_KEY = 36

/** `Do you need contact hours?` becomes `do_you_need_contact_hours`, and `…_2` when there is one already. */
function keyFor(label: string, taken: ReadonlySet<string>): string {
  const plain = label
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+/, '')
    .slice(0, LONGEST_KEY)
    .replace(/_+$/, '')
  const base = plain || 'question'
  for (let nth = 1; ; nth++) {
    const key = nth === 1 ? base : `${base}_${nth}`
    if (!taken.has(key)) return key
  }
}
