import type { Question } from '../../shared/domain/question.ts'
import type { EventView } from './views.ts'

/** The body of a registration, from the form: what was left empty is left out. What of it is right, the schema says. */
export const bodyOf = (form: FormData, { questions }: EventView): Record<string, unknown> => ({
  firstName: textIn(form, 'firstName'),
  lastName: textIn(form, 'lastName'),
  email: textIn(form, 'email'),
  phone: textIn(form, 'phone'),
  employer: textIn(form, 'employer'),
  jobTitle: textIn(form, 'jobTitle'),
  state: textIn(form, 'state'),
  accessibilityNeeds: textIn(form, 'accessibilityNeeds'),
  consentContact: form.has('consentContact'),
  answers: Object.fromEntries(
    questions.flatMap((question) => {
      const answer = answerIn(form, question)
      return answer === undefined ? [] : [[question.key, answer]]
    }),
  ),
})

/** The field that a question's answer is typed into; errors have the same name. */
export const fieldOf = ({ key }: Question): string => `answers.${key}`

function answerIn(form: FormData, question: Question): unknown {
  const text = textIn(form, fieldOf(question))
  switch (question.type) {
    case 'text':
    case 'choice':
      return text
    case 'choices':
      return text === undefined && !question.required ? undefined : form.getAll(fieldOf(question))
    case 'yes-no':
      return text === undefined ? undefined : text === 'yes'
    case 'number':
      return text === undefined ? undefined : Number(text)
  }
}

export function textIn(form: FormData, name: string): string | undefined {
  const value = form.get(name)
  return (typeof value === 'string' && value.trim()) || undefined
}
