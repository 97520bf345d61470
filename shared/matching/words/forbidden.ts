import type { BarrierName } from '../criteria/barriers.ts'

/** Why two people cannot be paired, for organizers. */
export const WHY_FORBIDDEN: Readonly<Record<BarrierName, string>> = {
  'same-person': 'These two are the same person.',
  'paired-before': 'These two were paired before, or are never to be paired.',
  experience: 'The mentor does not have enough more experience than the mentee.',
  language: 'These two do not share a language.',
  meeting: 'These two do not like to meet in the same way.',
  hours: 'These two do not share an hour of the week.',
  interests: 'The mentor offers none of the topics or departments of the mentee.',
  employer: 'These two work for the same employer, and one of them does not want that.',
}
