import { scorerOf } from '../engine/scorer.ts'
import type { Seating } from './seating.ts'

/** Chains of exchanges are followed in pools of up to so many mentors: a table of 200 MB, some seconds. */
const MOST_MENTORS = 5000

/**
 * What the others lose, at least, when a newcomer gets a seat of each mentor: as much as a load penalty where a seat is
 * free; else somebody who sits there is left out, or moves to another mentor where a seat is got in the same way. In the
 * units of prices (see `priorities.ts`). A newcomer who is worth more than that with one of the mentors is placed in
 * every best assignment; one who is not with any, need not be in any.
 *
 * The cheapest chains are found by Dijkstra's method from the ends of all chains at once, on what each exchange leaves
 * below the prices: that is never negative (Edmonds & Karp 1972; Ahuja, Magnanti & Orlin 1993, "Network flows",
 * section 9.7). Every pair is scored once and the table has mentors × mentors entries: 2,000 people 0.1 s, 20,000 some 5
 * to 10 s. With more than 5,000 mentors no chains are followed: what is told is then possibly too much, never too little, so
 * who seems to be placed is.
 */
export function seatCosts(seating: Seating, mostMentors = MOST_MENTORS): Float64Array {
  const { rules, result, packed, sitting } = seating
  const { prices, surpluses } = result.certificate
  const { seats, pinned } = packed
  const count = seats.length
  const above = new Float64Array(count)
  sitting.forEach((rows, column) => {
    const free = rows.length < (seats[column] ?? 0)
    const penalty = rules.loadPenalty * (rows.length + (pinned[column] ?? 0))
    const ends = rows.map((row) => surpluses[row] ?? 0)
    above[column] = Math.min(free ? penalty - (prices[column] ?? 0) : Number.POSITIVE_INFINITY, ...ends)
  })
  if (count <= mostMentors) followChains(above, exchangeCosts(seating))
  return above.map((more, column) => (prices[column] ?? 0) + more)
}

/** What it costs below the prices that somebody moves from a mentor (row of the table) to another. */
function exchangeCosts({ rules, result, packed, sitting, priorities }: Seating): Float64Array {
  const { prices, surpluses } = result.certificate
  const count = sitting.length
  const costs = new Float64Array(count * count).fill(Number.POSITIVE_INFINITY)
  const scoresOf = scorerOf(packed, rules)
  sitting.forEach((rows, from) => {
    for (const row of rows) {
      const scores = scoresOf(row)
      const base = (surpluses[row] ?? 0) - (priorities[row] ?? 0)
      for (let to = 0; to < count; to++) {
        const score = scores[to] ?? -1
        const cost = base + (prices[to] ?? 0) - score
        if (score >= 0 && cost < (costs[from * count + to] ?? 0)) costs[from * count + to] = cost
      }
    }
  })
  return costs
}

/** Dijkstra without a queue: in a full table, looking for the nearest costs no more than going on from it. */
function followChains(above: Float64Array, costs: Float64Array): void {
  const count = above.length
  const settled = new Uint8Array(count)
  for (;;) {
    let nearest = -1
    for (let column = 0; column < count; column++) {
      if (settled[column] === 0 && (above[column] ?? 0) < (above[nearest] ?? Number.POSITIVE_INFINITY)) nearest = column
    }
    if (nearest < 0) return
    settled[nearest] = 1
    const end = above[nearest] ?? 0
    for (let from = 0; from < count; from++) {
      const through = end + (costs[from * count + nearest] ?? 0)
      if (through < (above[from] ?? 0)) above[from] = through
    }
  }
}
