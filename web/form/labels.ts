import type { Answered } from './in-words.ts'
import type { Values } from './values.ts'
import { VOICED, type Voice } from './voices.ts'

const { setting, pursuing, credentials, about, availability } = VOICED.labels

/** The name of each field, in the form, in its errors, and where the answers are read; in the form's order. */
export const labelsIn = (voice: Voice): Record<Exclude<keyof Values, 'style'>, string> => ({
  firstName: 'First name',
  lastName: 'Last name',
  email: 'E-mail address',
  state: 'State',
  setting: setting[voice],
  employer: 'Employer',
  avoidSameEmployer: 'Same employer',
  departments: 'Departments',
  yearsOfExperience: 'Years of experience in the laboratory',
  shift: 'Shift',
  pursuing: pursuing[voice],
  credentials: credentials[voice],
  topics: 'Topics',
  about: about[voice],
  capacity: 'How many mentees at a time',
  timeZone: 'Time zone',
  availability: availability[voice],
  meeting: 'Ways to meet',
  languages: 'Languages',
  consent: 'Your agreement',
})

export const LABELS = labelsIn('you')

/** Names of fields in their form's order. */
export type Labels = ReadonlyMap<string, string>

function allLabelsIn(voice: Voice): Labels {
  const { consent, ...beforeStyle } = labelsIn(voice)
  return new Map(
    Object.entries({
      ...beforeStyle,
      style: 'Working style',
      'style.structure': 'Working style, structure',
      'style.feedback': 'Working style, feedback',
      'style.pace': 'Working style, pace',
      consent,
      answer: 'Your answer',
      note: 'What happened',
    }),
  )
}
export const ALL_LABELS: Record<Voice, Labels> = { you: allLabelsIn('you'), them: allLabelsIn('them') }

/** A field that no page shows, named by the API, keeps its own name. */
export const labelOf = (field: string, labels: Labels = ALL_LABELS.you): string =>
  labels.get(field) ?? (field || 'Form')

/** For an organizer, who reads what somebody else answered. */
export const labelOfTheirs = (field: Answered): string => labelOf(field, ALL_LABELS.them)

export function inFormOrder(
  errors: [field: string, message: string][],
  labels: Labels = ALL_LABELS.you,
): [field: string, message: string][] {
  const order = [...labels.keys()]
  return errors.toSorted(([one], [other]) => order.indexOf(one) - order.indexOf(other))
}
