import { DISCARDED, REPLACED } from '../../../shared/domain/round.ts'
import { capital, many } from '../parts/counted.ts'
import { momentHere } from '../parts/times.ts'
import type { Round } from './answers.ts'
import { isGoing, stageOf } from './phases.ts'

/** What a round is, in words. */

export const titleOf = (round: Round): string => `${kindOf(round)} of ${momentHere(round.startedAt)}`

const kindOf = (round: Round): string => (round.status === 'drafted' && !isGoing(round) ? 'Draft' : 'Round')

/** One word or two for the state. */
export function stateOf(round: Round): { words: string; kind: 'good' | 'bad' | 'plain' } {
  if (isGoing(round)) {
    return { words: stageOf(round.progress) === 'pairing' ? 'Pairing now' : 'Being published', kind: 'plain' }
  }
  if (round.status === 'published') return { words: 'Published', kind: 'good' }
  if (round.status === 'drafted') return { words: 'Draft', kind: 'plain' }
  if (round.failedBecause === REPLACED) return { words: 'Replaced', kind: 'plain' }
  return round.failedBecause === DISCARDED
    ? { words: 'Thrown away', kind: 'plain' }
    : { words: 'No result', kind: 'bad' }
}

/** `38 pairs, 4 mentees without a mentor`. */
export const outcomeOf = ({ placed, unplaced }: { placed: number; unplaced: number }): string =>
  `${many(placed, 'pair')}, ${unplaced === 0 ? 'nobody' : many(unplaced, 'mentee')} without a mentor`

/** What is said when it stops working, while somebody watches. */
export function endOf({ status, summary, failedBecause }: Round): { words: string; bad?: true } {
  const outcome = summary ? ` ${capital(outcomeOf(summary))}.` : ''
  if (status === 'drafted') return { words: `The draft is ready.${outcome}` }
  if (status === 'published') return { words: `The round is published.${outcome}` }
  return { words: `The round ended without a result. ${failedBecause ?? ''}`, bad: true }
}
