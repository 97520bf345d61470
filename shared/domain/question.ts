import * as z from 'zod'
import { line, paragraph } from './fields.ts'

/** What organizers ask the people who register for an event. */

const QUESTION_TYPES = ['text', 'choice', 'choices', 'yes-no', 'number'] as const
const MOST_QUESTIONS = 20
const MOST_OPTIONS = 50

const key = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, 'Please use small letters, digits and _, such as diet.')
const options = z
  .array(line(120))
  .min(2, 'Please give at least two options.')
  .max(MOST_OPTIONS, `Please give at most ${MOST_OPTIONS} options.`)
  .refine((all) => new Set(all).size === all.length, 'Please give each option once.')

const common = {
  /** Names its column in exports (`q_<key>`), and stays when the words change. */
  key,
  label: line(200),
  required: z.boolean().default(false),
}

export const Question = z.discriminatedUnion(
  'type',
  [
    z.strictObject({ type: z.literal('text'), ...common }),
    z.strictObject({ type: z.literal('choice'), ...common, options }),
    z.strictObject({ type: z.literal('choices'), ...common, options }),
    z.strictObject({ type: z.literal('yes-no'), ...common }),
    z.strictObject({ type: z.literal('number'), ...common }),
  ],
  `Please choose one of ${QUESTION_TYPES.join(', ')}.`,
)
export type Question = z.output<typeof Question>

export const Questions = z
  .array(Question)
  .max(MOST_QUESTIONS, `Please ask at most ${MOST_QUESTIONS} questions.`)
  .refine((all) => new Set(all.map((each) => each.key)).size === all.length, 'Please use each key once.')

/** A question that is asked no more; its column stays in exports as long as the event is kept. */
export const AskedBefore = z.strictObject({ key, label: z.string(), type: z.enum(QUESTION_TYPES) })
export type AskedBefore = z.output<typeof AskedBefore>

export const Answers = z.record(z.string(), z.union([z.string(), z.array(z.string()), z.boolean(), z.number()]))
export type Answers = z.output<typeof Answers>

/** What answers to these questions must look like: strict, since an unknown question is a mistake. */
export const answersTo = (questions: readonly Question[]) =>
  z
    .strictObject(Object.fromEntries(questions.map((question) => [question.key, answerTo(question)])))
    .transform((given) =>
      Answers.parse(Object.fromEntries(Object.entries(given).filter(([, answer]) => answer !== undefined))),
    )

function answerTo(question: Question): z.ZodType<Answers[string] | undefined> {
  const { required } = question
  const schema = (() => {
    switch (question.type) {
      case 'text':
        return required ? paragraph(2000).min(1, 'Please fill this in.') : paragraph(2000)
      case 'choice':
        return z.enum(question.options, 'Please choose from the list.')
      case 'choices':
        return z
          .array(z.enum(question.options, 'Please choose from the list.'))
          .min(required ? 1 : 0, 'Please choose at least one.')
          .transform((chosen) => [...new Set(chosen)])
      case 'yes-no':
        return z.boolean('Please choose yes or no.')
      case 'number':
        return z.number('Please enter a number.').min(-1e15).max(1e15)
    }
  })()
  return required ? schema : schema.optional()
}

/** The questions that an edit took away, added to those taken away before; one that is asked again is not among them. */
export function askedBefore(
  before: { questions: readonly Question[]; askedBefore?: readonly AskedBefore[] | undefined },
  now: readonly Question[],
): AskedBefore[] {
  const asked = new Set(now.map((each) => each.key))
  const gone = before.questions.map(({ key, label, type }) => ({ key, label, type }))
  return [...(before.askedBefore ?? []), ...gone].filter((each) => !asked.has(each.key))
}
