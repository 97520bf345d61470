import type { LEFT_OUT_REASONS } from '../../../../shared/domain/round.ts'
import type { Term } from '../../../../shared/domain/taxonomy.ts'

type Reason = (typeof LEFT_OUT_REASONS)[number]

const WORDS: Record<Reason, string> = {
  'no-mentors': 'No mentor has a free seat',
  'same-person': 'The last mentor left is the same person',
  'paired-before': 'Was paired before with all who would suit',
  experience: 'No mentor has enough more experience',
  language: 'No common language',
  meeting: 'No common way to meet',
  hours: 'No common hour',
  interests: 'No common topic or department',
  employer: 'Same employer, which one of them rules out',
  seats: 'All seats that suit went to others',
  'taken-out': 'An organizer took the pair out',
  unavailable: 'The mentor was no longer free',
}

/** Why somebody is without a mentor, for the filter. */
export const REASONS: readonly Term[] = Object.entries(WORDS).map(([code, name]) => ({ code, name }))
