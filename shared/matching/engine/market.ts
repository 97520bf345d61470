import type { Graph } from './graph.ts'

/** Who sits where at which prices, while a best assignment is looked for. */
export type Market = Readonly<{
  graph: Graph
  /** What placing each mentee is worth before any score. */
  priorities: Float64Array
  seats: Int32Array
  pinned: Int32Array
  loadPenalty: number
  /** What one more seat of each mentor is worth. */
  prices: Float64Array
  /** What each mentee has above the price. */
  surplus: Float64Array
  /** Each mentee's mentor; -1 for none. */
  places: Int32Array
  used: Int32Array
  /** The mentees of a mentor as a list: the first of each mentor, the next and previous of each mentee. */
  first: Int32Array
  next: Int32Array
  previous: Int32Array
}>

export type Goods = Pick<Market, 'graph' | 'priorities' | 'seats' | 'pinned' | 'loadPenalty'>

/**
 * Opens a market at given prices. Mentees keep the places that leave them most at these prices; all others lose theirs,
 * and so do the last ones of a mentor whose price is below the penalty of the seat. Then everything holds that
 * `placeAll` and `fillSeats` need.
 */
export function openMarket(goods: Goods, prices: Float64Array, before: Int32Array): Market {
  const { graph, priorities, seats, loadPenalty, pinned } = goods
  const mentors = seats.length
  const market: Market = {
    ...goods,
    prices,
    surplus: new Float64Array(graph.rows),
    places: new Int32Array(graph.rows).fill(-1),
    used: new Int32Array(mentors),
    first: new Int32Array(mentors).fill(-1),
    next: new Int32Array(graph.rows).fill(-1),
    previous: new Int32Array(graph.rows).fill(-1),
  }
  for (let row = 0; row < graph.rows; row++) {
    let best = 0
    let kept = Number.NEGATIVE_INFINITY
    const priority = priorities[row] ?? 0
    for (let edge = graph.start[row] ?? 0; edge < (graph.start[row + 1] ?? 0); edge++) {
      const column = graph.columns[edge] ?? 0
      const left = priority + (graph.scores[edge] ?? 0) - (prices[column] ?? 0)
      if (left > best) best = left
      if (column === before[row]) kept = left
    }
    market.surplus[row] = best
    const column = before[row] ?? -1
    const used = market.used[column] ?? 0
    if (kept < best || used >= (seats[column] ?? 0)) continue
    if (loadPenalty * (used + (pinned[column] ?? 0)) > (prices[column] ?? 0)) continue
    sit(market, row, column)
  }
  return market
}

/** What a mentor's next seat costs. */
export const nextPenalty = ({ loadPenalty, used, pinned }: Market, column: number): number =>
  loadPenalty * ((used[column] ?? 0) + (pinned[column] ?? 0))

export const hasFreeSeat = ({ used, seats }: Market, column: number): boolean =>
  (used[column] ?? 0) < (seats[column] ?? 0)

/** A free seat whose price is above its penalty: it should be filled, or cost less. */
export const isOverpriced = (market: Market, column: number): boolean =>
  hasFreeSeat(market, column) && (market.prices[column] ?? 0) > nextPenalty(market, column)

export function sit({ places, used, first, next, previous }: Market, row: number, column: number): void {
  const after = first[column] ?? -1
  places[row] = column
  used[column] = (used[column] ?? 0) + 1
  next[row] = after
  previous[row] = -1
  if (after >= 0) previous[after] = row
  first[column] = row
}

export function stand({ places, used, first, next, previous }: Market, row: number): void {
  const column = places[row] ?? -1
  if (column < 0) return
  const [before, after] = [previous[row] ?? -1, next[row] ?? -1]
  if (before >= 0) next[before] = after
  else first[column] = after
  if (after >= 0) previous[after] = before
  places[row] = -1
  used[column] = (used[column] ?? 0) - 1
}
