import type { MATCH_ANSWERS, Match } from '../../../shared/domain/match.ts'

type AnswerCode = (typeof MATCH_ANSWERS)[number]

/** What one of the two said, as an organizer reads it. */
const SAID: Record<AnswerCode, string> = {
  met: 'we have met.',
  decline: 'it does not fit.',
  'decline-and-pause': 'it does not fit, and I need a break.',
  problem: 'there is a problem.',
  contacted: 'we are in touch.',
  'not-yet': 'we are not in touch yet.',
  good: 'it goes well.',
  unsure: 'I am not sure.',
  'not-a-fit': 'it is not a fit.',
}
export const ANSWERS: Readonly<Record<string, string>> = SAID

const WHY: Record<NonNullable<Match['endedBecause']>, string> = {
  unavailable: 'It ended because one of them was not available any more.',
  left: 'It ended because one of them left.',
  silent: 'It ended because nobody was heard of for a long time.',
  organizer: 'An organizer ended it.',
}
export const ENDINGS: Readonly<Record<string, string>> = WHY
