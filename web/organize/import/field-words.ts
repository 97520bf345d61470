import { STATES } from '../../../shared/domain/states.ts'
import { DEPARTMENTS, SETTINGS, SHIFTS, type Term, TOPICS } from '../../../shared/domain/taxonomy.ts'
import type { Field } from '../../../shared/imports/reading/headings.ts'
import { MEETINGS } from '../../words.ts'

/** What a column of a list can be, in words; in the order of the menu. */
export const FIELD_WORDS: Record<Field, string> = {
  email: 'E-mail address',
  firstName: 'First name',
  lastName: 'Last name',
  name: 'Full name (first and last)',
  role: 'Mentor or mentee',
  state: 'State',
  timeZone: 'Time zone',
  setting: 'Kind of workplace',
  employer: 'Employer',
  avoidSameEmployer: 'Nobody of the same employer, please (yes or no)',
  departments: 'Departments',
  yearsOfExperience: 'Years of experience',
  shift: 'Shift',
  credentials: 'Credentials they hold',
  pursuing: 'Credential they work towards',
  topics: 'Topics',
  about: 'About them',
  capacity: 'How many mentees at a time',
  availability: 'When they are free',
  meeting: 'Ways to meet',
  languages: 'Languages',
  'style.structure': 'Working style, structure (1 to 5)',
  'style.feedback': 'Working style, feedback (1 to 5)',
  'style.pace': 'Working style, pace (1 to 5)',
  consent: 'Agreed to be stored (yes or no)',
}

const numbers = (most: number): Term[] =>
  Array.from({ length: most + 1 }, (_, n) => ({ code: String(n), name: String(n) }))

/** What can be said for everybody in a list that has no column for it. */
export const FOR_EVERYBODY: Partial<Record<Field, readonly Term[]>> = {
  role: [
    { code: 'mentor', name: 'Mentor' },
    { code: 'mentee', name: 'Mentee' },
  ],
  state: [...STATES].sort((one, other) => one.name.localeCompare(other.name)),
  setting: SETTINGS,
  departments: DEPARTMENTS,
  yearsOfExperience: numbers(40),
  shift: SHIFTS,
  topics: TOPICS,
  capacity: numbers(5).slice(1),
  availability: [
    { code: 'weekday evenings', name: 'Weekday evenings' },
    { code: 'weekends', name: 'Weekends' },
    { code: 'anytime', name: 'Any time but nights' },
  ],
  meeting: MEETINGS,
}
