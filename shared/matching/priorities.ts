import type { Problem } from './problem.ts'

/**
 * What placing each mentee is worth before any score: one number that holds two levels of the objective. Adding the
 * score gives the third, and comparing sums of the whole compares the levels strictly in order:
 *
 * - all scores and load penalties together stay below `wait`, what one round of waiting is worth;
 * - all waits and scores together stay below `place`, what being placed is worth.
 *
 * With n placeable mentees and penalties up to P a seat, `wait` is n(1000+P)+1 and `place` is (7n+1)·wait, about
 * 7000·n². Sums along a path of exchanges hold at most a few such terms, because placing one mentee and displacing
 * another cancel out; the RangeError guards that they stay exact integers (below 2^53, reached near n = 390,000).
 */
export function prioritiesOf({ rows, seats, waits, loadPenalty }: Problem): Float64Array {
  const placeable = Math.min(
    rows,
    seats.reduce((sum, count) => sum + count, 0),
  )
  const mostPenalty = loadPenalty * seats.reduce((most, count) => Math.max(most, count - 1), 0)
  const wait = placeable * (1000 + mostPenalty) + 1
  const place = (7 * placeable + 1) * wait
  if (8 * (place + 7 * wait) > Number.MAX_SAFE_INTEGER) {
    throw new RangeError(`${rows} mentees are too many to be paired exactly in one go.`)
  }
  return Float64Array.from(waits, (rounds) => place + rounds * wait)
}
