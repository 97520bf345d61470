import { MOST_ROUNDS_WAITED } from '../domain/profile.ts'
import type { Problem } from './problem.ts'

type Priced = Pick<Problem, 'rows' | 'seats' | 'waits' | 'loadPenalty'>

/**
 * What placing each mentee is worth before any score: (rounds waited + 1) times a number that no sum of scores and load
 * penalties can outweigh. One number thus holds the first two levels of the objective, and adding scores the third.
 *
 * That waits never cost a placement needs no further constant: sets of mentees who can be placed together form a
 * matroid, where the heaviest set under positive weights is always a largest one (Rado 1957; Edmonds 1971, "Matroids
 * and the greedy algorithm"). All largest sets have the same size, so the +1 each leaves the comparison to the waits.
 *
 * With n placeable mentees and penalties up to P a seat, totals of scores differ by less than n(1000+P)+1. Sums along a
 * chain of exchanges hold at most a few priorities, because placing one mentee and displacing another cancel out; the
 * RangeError guards that they stay exact integers below 2^53.
 */
export function prioritiesOf({ rows, seats, waits, loadPenalty }: Priced): Float64Array {
  const allSeats = seats.reduce((sum, count) => sum + count, 0)
  const mostPenalty = loadPenalty * seats.reduce((most, count) => Math.max(most, count - 1), 0)
  const wait = Math.min(rows, allSeats) * (1000 + mostPenalty) + 1
  const longest = (MOST_ROUNDS_WAITED + 1) * wait
  if (8 * longest > Number.MAX_SAFE_INTEGER) {
    throw new RangeError(`${rows} mentees are too many to be paired exactly in one go.`)
  }
  return Float64Array.from(waits, (rounds) => (rounds + 1) * wait)
}
