import type { Graph } from './graph.ts'

export type Auction = Readonly<{
  graph: Graph
  /** Free seats a mentor, and how many of the mentor's seats were filled before: their penalties are due already. */
  seats: Int32Array
  pinned: Int32Array
  loadPenalty: number
  /** What each mentee has when she stays out; `ABSENT` when she does not bid. */
  outside: Int32Array
  /** Every bid raises a price by at least so many points; prices end so near to the best for each mentee. */
  step: number
  /** Prices of before, from which bids go on, a little below. Where they were too high, `fillSeats` sets it right. */
  known?: Int32Array | undefined
}>

export const ABSENT = 2 ** 30
/** Known prices are begun at so many steps below. */
const DROP = 16

/**
 * Near-optimal prices, quickly: each mentee without a seat bids for the mentor who leaves her most above the price, as
 * much as makes the second best as good, and one step more; who had that seat must bid again. A mentor's price is that
 * of the cheapest seat, so seats of one mentor do not bid against each other. A seat without a bid keeps the price it
 * began with, its load penalty.
 *
 * Source: Bertsekas 1988, "The auction algorithm: a distributed relaxation method for the assignment problem", and for
 * seats of one mentor Bertsekas & Castañon 1989, "The auction algorithm for the transportation problem".
 */
export function auction({ graph, seats, pinned, loadPenalty, outside, step, known }: Auction) {
  const { rows, start, columns, scores } = graph
  const mentors = seats.length
  const sought = new Int32Array(mentors)
  for (const column of columns) sought[column] = (sought[column] ?? 0) + 1
  const firstSeat = new Int32Array(mentors + 1)
  for (let column = 0; column < mentors; column++) {
    firstSeat[column + 1] = (firstSeat[column] ?? 0) + Math.min(seats[column] ?? 0, sought[column] ?? 0)
  }
  const seatPrices = new Int32Array(firstSeat[mentors] ?? 0)
  const holders = new Int32Array(seatPrices.length).fill(-1)
  const prices = new Int32Array(mentors)
  const cheapest = firstSeat.slice(0, mentors)
  for (let column = 0; column < mentors; column++) {
    const first = firstSeat[column] ?? 0
    for (let seat = first; seat < (firstSeat[column + 1] ?? 0); seat++) {
      const penalty = loadPenalty * (seat - first + (pinned[column] ?? 0))
      seatPrices[seat] = Math.max(penalty, (known?.[column] ?? 0) - DROP * step)
    }
    prices[column] =
      first < (firstSeat[column + 1] ?? 0) ? (seatPrices[first] ?? 0) : loadPenalty * (pinned[column] ?? 0)
  }
  const places = new Int32Array(rows).fill(-1)
  const queue = new Int32Array(rows)
  let [head, waiting] = [0, 0]
  const enqueue = (row: number) => {
    queue[(head + waiting) % rows] = row
    waiting++
  }
  for (let row = 0; row < rows; row++) if (outside[row] !== ABSENT) enqueue(row)

  while (waiting > 0) {
    const row = queue[head] ?? 0
    head = (head + 1) % rows
    waiting--
    const least = outside[row] ?? 0
    let [best, second, chosen] = [least - 1, least, -1]
    const last = start[row + 1] ?? 0
    for (let edge = start[row] ?? 0; edge < last; edge++) {
      const column = columns[edge] ?? 0
      const left = (scores[edge] ?? 0) - (prices[column] ?? 0)
      if (left <= second && left <= best) continue
      if (left > best) {
        if (best > second) second = best
        best = left
        chosen = column
      } else second = left
    }
    if (chosen < 0) continue
    const seat = cheapest[chosen] ?? 0
    const holder = holders[seat] ?? -1
    if (holder >= 0) {
      places[holder] = -1
      enqueue(holder)
    }
    holders[seat] = row
    places[row] = chosen
    seatPrices[seat] = (prices[chosen] ?? 0) + best - second + step
    let lowest = firstSeat[chosen] ?? 0
    for (let other = lowest + 1; other < (firstSeat[chosen + 1] ?? 0); other++) {
      if ((seatPrices[other] ?? 0) < (seatPrices[lowest] ?? 0)) lowest = other
    }
    cheapest[chosen] = lowest
    prices[chosen] = seatPrices[lowest] ?? 0
  }
  return { prices, places }
}
