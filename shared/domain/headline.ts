import type { Profile } from './profile.ts'
import { STATES } from './states.ts'
import { DEPARTMENTS, nameOf } from './taxonomy.ts'

const SHIFT_WORDS: Record<Profile['traits']['shift'], string> = {
  day: 'days',
  evening: 'evenings',
  night: 'nights',
  weekend: 'weekends and holidays',
  rotating: 'rotating shifts',
  per_diem: 'per diem (PRN)',
  variable: 'varying shifts',
}

/** Somebody in a line, e.g. "Hematology, Microbiology · 12 years in the lab · works nights · Ohio". */
export const headline = ({ traits }: Profile): string =>
  [
    traits.departments.map((code) => nameOf(DEPARTMENTS, code)).join(', '),
    `${traits.yearsOfExperience} ${traits.yearsOfExperience === 1 ? 'year' : 'years'} in the lab`,
    `works ${SHIFT_WORDS[traits.shift]}`,
    nameOf(STATES, traits.state),
  ].join(' · ')
