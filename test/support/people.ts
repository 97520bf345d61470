import type { ProfileFormInput } from '../../shared/domain/profile-form.ts'
import { SLOTS } from '../../shared/domain/week.ts'
import type { Person } from '../../shared/matching/person.ts'

/** A mentor whom any `aMentee()` can have: free at all hours, experienced, offering certification preparation. */
export const aMentor = (traits: Partial<Person> = {}): Person => ({
  id: 'mentor',
  role: 'mentor',
  state: 'OH',
  setting: 'hospital',
  departments: ['hematology'],
  topics: ['cert_prep'],
  credentials: ['MLS'],
  yearsOfExperience: 12,
  shift: 'day',
  availability: [...SLOTS],
  meeting: ['video'],
  capacity: 1,
  ...traits,
})

/** A mentee whom any `aMentor()` can take. */
export const aMentee = (traits: Partial<Person> = {}): Person => ({
  id: 'mentee',
  role: 'mentee',
  state: 'OH',
  setting: 'hospital',
  departments: ['hematology'],
  topics: ['cert_prep'],
  yearsOfExperience: 2,
  shift: 'day',
  availability: [...SLOTS],
  meeting: ['video'],
  ...traits,
})

type MenteeForm = Extract<ProfileFormInput, { role: 'mentee' }>
type MentorForm = Extract<ProfileFormInput, { role: 'mentor' }>

/** A form that passes: a mentee's, or with `{ role: 'mentor' }` a mentor's with two seats. */
export function aForm(fields?: Partial<MenteeForm>): MenteeForm
export function aForm(fields: Partial<MentorForm> & { role: 'mentor' }): MentorForm
export function aForm(fields: Partial<MenteeForm> | (Partial<MentorForm> & { role: 'mentor' }) = {}): ProfileFormInput {
  const common = {
    firstName: 'Sam',
    lastName: 'Rivera',
    email: 'sam.rivera@example.org',
    state: 'OH' as const,
    setting: 'hospital' as const,
    departments: ['hematology' as const],
    topics: ['cert_prep' as const],
    shift: 'day' as const,
    availability: ['tue-evening' as const],
    meeting: ['video' as const],
    consent: true as const,
  }
  return fields.role === 'mentor'
    ? { ...common, yearsOfExperience: 12, capacity: 2, ...fields }
    : { ...common, role: 'mentee', yearsOfExperience: 2, ...fields }
}
