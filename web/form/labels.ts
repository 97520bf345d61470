import type { Values } from './values.ts'

/** The name of each field, in the form, in its errors, and where a member reads the answers; in the form's order. */
export const LABELS: Record<Exclude<keyof Values, 'style'>, string> = {
  firstName: 'First name',
  lastName: 'Last name',
  email: 'E-mail address',
  state: 'State',
  setting: 'Where you work',
  employer: 'Employer',
  avoidSameEmployer: 'Same employer',
  departments: 'Departments',
  yearsOfExperience: 'Years of experience in the laboratory',
  shift: 'Shift',
  pursuing: 'Credential you are working towards',
  credentials: 'Credentials you hold',
  topics: 'Topics',
  about: 'About you',
  capacity: 'How many mentees at a time',
  timeZone: 'Time zone',
  availability: 'When you are free',
  meeting: 'Ways to meet',
  languages: 'Languages',
  consent: 'Your agreement',
}

const { consent, ...BEFORE_STYLE } = LABELS
const ALL_LABELS = new Map(
  Object.entries({
    ...BEFORE_STYLE,
    style: 'Working style',
    'style.structure': 'Working style, structure',
    'style.feedback': 'Working style, feedback',
    'style.pace': 'Working style, pace',
    consent,
    answer: 'Your answer',
    note: 'What happened',
  }),
)

/** Names of fields in their form's order. */
export type Labels = ReadonlyMap<string, string>

/** A field that no page shows, named by the API, keeps its own name. */
export const labelOf = (field: string, labels: Labels = ALL_LABELS): string => labels.get(field) ?? (field || 'Form')

export function inFormOrder(
  errors: [field: string, message: string][],
  labels: Labels = ALL_LABELS,
): [field: string, message: string][] {
  const order = [...labels.keys()]
  return errors.toSorted(([one], [other]) => order.indexOf(one) - order.indexOf(other))
}
