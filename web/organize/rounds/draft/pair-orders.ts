import type { Term } from '../../../../shared/domain/taxonomy.ts'
import type { Round } from '../answers.ts'

/** What the API sorts pairs by. */
export const ORDERS: readonly Term[] = [
  { code: 'score', name: 'Score, lowest first' },
  { code: '-score', name: 'Score, highest first' },
  { code: 'mentee', name: 'Mentee' },
  { code: 'mentor', name: 'Mentor' },
]

/** What a press on the head of the column of scores asks for next. */
export const otherScoreOrder = (sort: string): string => (sort === 'score' ? '-score' : 'score')

/** The API searches and sorts the pairs of a round up to here. */
const MOST_SEARCHED = 5_000

export const isSearchable = ({ summary }: Round): boolean => (summary?.placed ?? 0) <= MOST_SEARCHED
