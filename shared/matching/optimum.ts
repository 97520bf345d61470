import { prioritiesOf } from './priorities.ts'
import type { Problem } from './problem.ts'

/**
 * A best assignment and the prices that prove it. With `value` = priority + score of a pair:
 *
 * - no pair is worth more than its two prices: value ≤ surplus[row] + prices[column], with equality for a pair made;
 * - surplus is never negative, and 0 for an unplaced mentee;
 * - a mentor's price is at least the penalty of the last seat used and, while a seat is free, at most that of the next.
 */
export type Optimum = Readonly<{
  /** The mentor's column of each mentee; `columns` stands for unplaced. */
  places: Int32Array
  /** What a further seat of each mentor would be worth. */
  prices: Float64Array
  /** What each mentee gets above the price. */
  surplus: Float64Array
}>

/**
 * Shortest augmenting paths with integer prices: mentees come one at a time; each looks for the cheapest chain of
 * exchanges that ends at a free seat or at somebody who can best be left unplaced, and the prices along the way rise
 * so that no pair is ever worth more than its prices. At most rows × (seats in the chain) × columns steps.
 *
 * Sources: Kuhn 1955, "The Hungarian method for the assignment problem"; Munkres 1957, "Algorithms for the assignment
 * and transportation problems"; Jonker & Volgenant 1987, "A shortest augmenting path algorithm for dense and sparse
 * linear assignment problems". Seats with growing penalties are the convex costs of Edmonds & Karp 1972.
 */
export function optimumOf(problem: Problem): Optimum {
  const { rows, columns, scores, seats, waits, loadPenalty } = problem
  const priorities = prioritiesOf(problem)
  const places = new Int32Array(rows).fill(columns)
  const prices = new Float64Array(columns)
  const surplus = new Float64Array(rows)
  /** The mentees of each mentor, in no particular order. */
  const seated: number[][] = Array.from({ length: columns }, () => [])

  /** How much is lost on the way to each mentor, and the mentee who takes the last step. */
  const losses = new Float64Array(columns)
  const stepBy = new Int32Array(columns)
  const settled = new Uint8Array(columns)
  /** The best end found so far: what is lost by it, and the free seat, or `columns` and the mentee to leave unplaced. */
  let loss = 0
  let freeSeat = columns
  let displaced = 0

  /** Nobody's surplus is less than what a mentor could offer; so a newcomer starts from the best offer. */
  function bestOffer(row: number): number {
    let best = 0
    const priority = priorities[row] ?? 0
    for (let column = 0, cell = row * columns; column < columns; column++, cell++) {
      const score = scores[cell] ?? -1
      if (score >= 0) best = Math.max(best, priority + score - (prices[column] ?? 0))
    }
    return best
  }

  /** What a mentor's next seat costs above the price; infinite without a free seat. */
  const seatGap = (column: number): number => {
    const used = seated[column]?.length ?? 0
    return used < (seats[column] ?? 0) ? loadPenalty * used - (prices[column] ?? 0) : Number.POSITIVE_INFINITY
  }

  /** Lets a mentee who was reached at some loss step on to every mentor. */
  function stepFrom(row: number, before: number): void {
    const start = before + (surplus[row] ?? 0) - (priorities[row] ?? 0)
    for (let column = 0, cell = row * columns; column < columns; column++, cell++) {
      const score = scores[cell] ?? -1
      if (score < 0) continue
      const reached = start - score + (prices[column] ?? 0)
      // A settled mentor was reached at no greater loss, so this never takes one back.
      if (reached < (losses[column] ?? 0)) {
        losses[column] = reached
        stepBy[column] = row
        const ended = reached + seatGap(column)
        if (ended < loss) {
          loss = ended
          freeSeat = column
        }
      }
    }
  }

  /** The next mentor on whose far side a better end may be; -1 when there is none. */
  function nearest(): number {
    let found = -1
    let least = loss
    for (let column = 0; column < columns; column++) {
      const reached = losses[column] ?? 0
      if (reached < least && settled[column] === 0) {
        least = reached
        found = column
      }
    }
    return found
  }

  /** Moves everybody on the path one step: the last mentor gains a mentee, whoever steps in leaves the one before. */
  function moveAlong(newcomer: number, end: number): void {
    for (let column = end; ; ) {
      const row = stepBy[column] ?? newcomer
      const left = places[row] ?? columns
      places[row] = column
      seated[column]?.push(row)
      if (row === newcomer) return
      leave(row, left)
      column = left
    }
  }

  function leave(row: number, column: number): void {
    const group = seated[column] ?? []
    group.splice(group.indexOf(row), 1)
  }

  function insert(newcomer: number): void {
    const offer = bestOffer(newcomer)
    surplus[newcomer] = offer
    losses.fill(Number.POSITIVE_INFINITY)
    settled.fill(0)
    const path: number[] = []
    loss = offer
    freeSeat = columns
    displaced = newcomer
    stepFrom(newcomer, 0)
    for (let column = nearest(); column >= 0; column = nearest()) {
      settled[column] = 1
      path.push(column)
      const reached = losses[column] ?? 0
      for (const row of seated[column] ?? []) {
        if (reached + (surplus[row] ?? 0) < loss) {
          loss = reached + (surplus[row] ?? 0)
          freeSeat = columns
          displaced = row
        }
        stepFrom(row, reached)
      }
    }
    surplus[newcomer] = offer - loss
    for (const column of path) {
      const rise = Math.max(0, loss - (losses[column] ?? 0))
      prices[column] = (prices[column] ?? 0) + rise
      for (const row of seated[column] ?? []) surplus[row] = (surplus[row] ?? 0) - rise
    }
    if (freeSeat < columns) moveAlong(newcomer, freeSeat)
    else if (displaced !== newcomer) {
      const end = places[displaced] ?? columns
      places[displaced] = columns
      leave(displaced, end)
      moveAlong(newcomer, end)
    }
  }

  // Whoever waited longest comes first and is seldom displaced later; the result is as good in any order.
  const order = Array.from({ length: rows }, (_, row) => row)
  order.sort((one, other) => (waits[other] ?? 0) - (waits[one] ?? 0) || one - other)
  order.forEach(insert)
  return { places, prices, surplus }
}
