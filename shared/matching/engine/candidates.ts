import { ABSENT, auction } from './auction.ts'
import { emptyGraph, extended, type Graph, together } from './graph.ts'
import type { Goods } from './market.ts'
import { LEVEL } from './priorities.ts'
import type { Solving } from './solve.ts'

/** In the first look, every mentee sees a slice of so many mentors; then of so many times as many, until all are seen. */
const SLICE = 100
const GROWTH = 16
const FIRST_KEPT = 8
const KEPT = 12
/** When the first look is at all mentors, it had better see enough. */
const ONLY_KEPT = 32
/** The first auctions need only rough prices. */
const ROUGH_STEP = 4
const ONLY_STEP = 2
/** In the last look, pairs may leave so much less than what the auction promised. */
const MARGIN = 3
/** Staying out is worse than any price worth paying, for mentees who can surely be placed. */
const LAST_RESORT = -1500

/** Some pairs, and an assignment among them at prices that are nearly the best. */
export type Candidates = Readonly<{ graph: Graph; prices: Float64Array; places: Int32Array }>

/**
 * Each mentee's best mentors of a small slice; an auction among those gives rough prices; at these, the best of a larger
 * slice, where what she has found so far says how good a mentor must be; and so on to all mentors. At last, at nearly
 * the best prices, those who leave nearly as much as was promised.
 */
export function* findCandidates(goods: Omit<Goods, 'graph'>, waits: Uint8Array | undefined): Solving<Candidates> {
  const { priorities, seats, pinned, loadPenalty } = goods
  const [rows, columns] = [priorities.length, seats.length]
  let graph = emptyGraph(rows)
  let bidders = Int32Array.from(priorities.keys())
  let standing: Standing | undefined
  let prices = new Int32Array(columns)
  let places = new Int32Array(rows).fill(-1)

  /** Looks at a slice of the mentors a row, and adds what leaves most. */
  function* look(slices: number, keep: number, least: Int32Array): Solving<void> {
    const slicesOfColumns = slices === 1 ? [] : dealt(Int32Array.from(seats.keys()), slices)
    const scans = dealt(bidders, slices).map((some, slice) => ({
      rows: some,
      columns: slicesOfColumns[slice],
      floors: some.map((row) => Math.max(least[row] ?? 0, standing?.outside[row] ?? 0)),
      prices,
      keep,
    }))
    graph = extended(graph, together(scans, yield { phase: 'looking for candidates', scans }), columns)
  }
  function* bid(step: number): Solving<void> {
    yield { phase: 'auction', scans: [] }
    const first = !standing
    const known = standing ?? (waits ? standingOf(graph, waits, seats) : { level: 0, outside: new Int32Array(rows) })
    if (!standing) bidders = bidders.filter((row) => known.outside[row] !== ABSENT)
    standing = known
    ;({ prices, places } = auction({
      graph,
      seats,
      pinned,
      loadPenalty,
      outside: known.outside,
      step,
      known: first ? undefined : prices,
    }))
  }

  if (columns <= SLICE * 2) {
    yield* look(1, ONLY_KEPT, new Int32Array(rows))
    yield* bid(ONLY_STEP)
  } else {
    yield* look(Math.floor(columns / SLICE), FIRST_KEPT, new Int32Array(rows))
    yield* bid(ROUGH_STEP)
    let [slices, step] = [Math.floor(columns / SLICE), ROUGH_STEP]
    while (slices > 1) {
      const fewer = Math.max(1, Math.floor(slices / GROWTH))
      // Of the best that she will keep, so many should be in what she has seen.
      const place = Math.ceil((KEPT * fewer) / slices)
      slices = fewer
      step = Math.max(1, step - 1)
      yield* look(slices, KEPT, leftBy(graph, prices, place))
      yield* bid(step)
    }
  }
  const least = leftBy(graph, prices, 1).map((left, row) => Math.max(left, standing?.outside[row] ?? 0) - MARGIN)
  yield* look(1, KEPT, least)
  yield* bid(1)
  return { graph, places, prices: Float64Array.from(prices, (price) => price + (standing?.level ?? 0) * LEVEL) }
}

/** Deals numbers out by what is left when they are divided. */
function dealt(numbers: Int32Array, hands: number): Int32Array[] {
  const lists = Array.from({ length: hands }, (): number[] => [])
  for (const number of numbers) lists[number % hands]?.push(number)
  return lists.map((list) => Int32Array.from(list))
}

/** The level of prices, and what each mentee has when she stays out; `ABSENT` when she need not bid. */
type Standing = { level: number; outside: Int32Array }

/**
 * What to expect of prices before any is known. With fewer seats than mentees, every seat is worth placing somebody who
 * waited as long as the first who gets none; who waited less need not bid, who waited longer must be placed.
 */
function standingOf({ start, rows }: Graph, waits: Uint8Array, seats: Int32Array): Standing {
  const counts = new Int32Array(256)
  for (let row = 0; row < rows; row++) {
    if (start[row] !== start[row + 1]) counts[waits[row] ?? 0] = (counts[waits[row] ?? 0] ?? 0) + 1
  }
  let left = seats.reduce((sum, count) => sum + count, 0)
  let marginal = counts.length - 1
  while (marginal >= 0 && left >= (counts[marginal] ?? 0)) left -= counts[marginal--] ?? 0
  const outside = Int32Array.from(waits, (rounds) =>
    rounds > marginal ? LAST_RESORT : rounds === marginal ? 0 : ABSENT,
  )
  return { level: marginal + 1, outside }
}

/** What the k-th best candidate of each row leaves at some prices. */
function leftBy({ rows, start, columns, scores }: Graph, prices: Int32Array, k: number): Int32Array {
  return Int32Array.from({ length: rows }, (_, row) => {
    const left: number[] = []
    for (let edge = start[row] ?? 0; edge < (start[row + 1] ?? 0); edge++) {
      left.push((scores[edge] ?? 0) - (prices[columns[edge] ?? 0] ?? 0))
    }
    return left.sort((one, other) => other - one)[k - 1] ?? LAST_RESORT
  })
}
