import type { Values } from './values.ts'

/** The name of each field, in the form, in its errors, and where a member reads the answers. */
export const LABELS: Record<Exclude<keyof Values, 'style'>, string> = {
  firstName: 'First name',
  lastName: 'Last name',
  email: 'E-mail address',
  about: 'About you',
  state: 'State',
  timeZone: 'Time zone',
  employer: 'Employer',
  setting: 'Where you work',
  departments: 'Departments',
  topics: 'Topics',
  credentials: 'Credentials you hold',
  pursuing: 'Credential you are working towards',
  yearsOfExperience: 'Years of experience in the laboratory',
  shift: 'Shift',
  availability: 'When you are free',
  meeting: 'Ways to meet',
  languages: 'Languages',
  avoidSameEmployer: 'Same employer',
  capacity: 'How many mentees at a time',
  consent: 'Your agreement',
}

export const labelOf = (field: string): string =>
  field.startsWith('style') ? 'Working style' : (Object.entries(LABELS).find(([name]) => name === field)?.[1] ?? 'Form')
