import { createContext } from 'preact'
import type { Role } from '../../shared/domain/profile-form.ts'
import type { FieldErrors } from './check.ts'
import { VOICED, type Voice } from './voices.ts'

/** The parts of the form, in their order; signing up shows one at a time. */
export const PARTS = ['you', 'work', 'topics', 'week', 'style', 'review'] as const
export type Part = (typeof PARTS)[number]

export const titleOf = (part: Part, role: Role, voice: Voice = 'you'): string =>
  ({
    you: VOICED.titles.person[voice],
    work: VOICED.titles.work[voice],
    topics: VOICED.titles[role === 'mentor' ? 'offer' : 'wish'][voice],
    week: 'When and how',
    style: 'Working style',
    review: 'Is all of this right?',
  })[part]

const FIELDS: Record<Part, readonly string[]> = {
  you: ['firstName', 'lastName', 'email', 'state'],
  work: [
    'setting',
    'employer',
    'avoidSameEmployer',
    'departments',
    'yearsOfExperience',
    'shift',
    'pursuing',
    'credentials',
  ],
  topics: ['topics', 'about', 'capacity'],
  week: ['timeZone', 'availability', 'meeting', 'languages'],
  style: ['style'],
  review: ['consent'],
}

/** Where a field is; what no part has belongs to the last one. */
export const partOf = (field: string): Part =>
  PARTS.find((part) => FIELDS[part].includes(field.split('.')[0] ?? '')) ?? 'review'

export const errorsIn = (part: Part, errors: FieldErrors): FieldErrors =>
  Object.fromEntries(Object.entries(errors).filter(([field]) => partOf(field) === part))

/** The part that is shown; undefined shows all, one below the other. */
export const Shown = createContext<Part | undefined>(undefined)
