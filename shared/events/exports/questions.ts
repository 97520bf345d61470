import type { Event } from '../../domain/event.ts'
import type { AskedBefore, Question } from '../../domain/question.ts'
import { type Column, column, type Facts } from './column.ts'

const answer =
  (key: string) =>
  ({ registration }: Facts) =>
    registration.answers[key]

/**
 * A column `q_<key>` for each question in the form's order; then for those that are asked no more, whose answers stay.
 * `explode`: where several options can be chosen, a column `q_<key>__<option>` for each, true or false, and
 * `q_<key>__other` for what was chosen before the options changed.
 */
export function questionColumns({ questions, askedBefore = [] }: Event, explode: boolean): Column[] {
  return [
    ...questions.flatMap((question) =>
      explode && question.type === 'choices' ? optionColumns(question) : [answerColumn(question)],
    ),
    ...askedBefore.map(answerColumn),
  ]
}

const answerColumn = ({ key, label, type }: AskedBefore): Column =>
  column(`q_${key}`, label, 24, answer(key), type === 'number' ? 'number' : 'text')

function optionColumns({ key, label, options }: Extract<Question, { type: 'choices' }>): Column[] {
  const names = distinctNames(options)
  const chosen = (facts: Facts) => {
    const given = answer(key)(facts)
    return given === undefined ? undefined : [given].flat().map(String)
  }
  return [
    ...options.map((option, n) =>
      column(`q_${key}__${names[n]}`, `${label}: ${option}`, 14, (facts) => chosen(facts)?.includes(option)),
    ),
    column(`q_${key}__other`, `${label}: other`, 24, (facts) => {
      const other = chosen(facts)?.filter((each) => !options.includes(each))
      return other?.length ? other : undefined
    }),
  ]
}

/** In small letters, digits and _, each once: `Gluten-free` is gluten_free. What has none of them goes by its number. */
function distinctNames(options: readonly string[]): string[] {
  const taken = new Set(['other'])
  return options.map((option, n) => {
    const plain = option
      .normalize('NFKD')
      .toLowerCase()
      .replace(/\p{M}/gu, '')
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_|_$/g, '')
    const name = !plain || taken.has(plain) ? `${plain && `${plain}_`}${n + 1}` : plain
    taken.add(name)
    return name
  })
}
