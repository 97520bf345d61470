import { ABSENT, auction } from './auction.ts'
import { fillSeats } from './fill-seats.ts'
import { emptyGraph, extended, type Graph } from './graph.ts'
import { type Goods, openMarket } from './market.ts'
import type { Packed } from './pack.ts'
import { placeAll } from './place-all.ts'
import { checkLevels, LEVEL, prioritiesOf } from './priorities.ts'
import type { Found, ScanRequest } from './scan.ts'

/** A best assignment over all pairs there are, and the prices that prove it; see `priorities.ts` for their levels. */
export type Solution = Readonly<{
  /** The mentor's column of each mentee; -1 stands for unplaced. */
  places: Int32Array
  prices: Float64Array
  surplus: Float64Array
}>

/** Where to start from: what is known of each mentee and mentor, by row and column. */
export type Start = Solution

/** What the solver is about to do, for whoever watches. */
export type Phase = 'looking for candidates' | 'auction' | 'assigning' | 'proving'

/** A scan that the solver needs done, or news of where it is. */
export type Step = { scan: ScanRequest; phase: Phase } | { phase: Phase }

/** In the first look, every mentee sees a slice of so many mentors: enough to learn the prices. */
const SLICE = 1500
const FIRST_LOOK = 16
const SECOND_LOOK = 32
/** Candidates may leave so much less than what the auction promised. */
const MARGIN = 60
const REPAIR = 16
/** Staying out is worse than any price worth paying, for mentees who can surely be placed. */
const LAST_RESORT = -1500

/**
 * Optimal over all pairs without storing them (column generation, Dantzig & Wolfe 1960; for assignment compare the
 * sparse core problems of Volgenant 1996, "Linear and semi-assignment problems: a core oriented approach"):
 *
 * 1. candidates: each mentee's best mentors of a slice; an auction among those gives rough prices; at these prices each
 *    mentee's best of all mentors;
 * 2. a finer auction, and from its prices the exact optimum on the candidates;
 * 3. a scan over every pair for those worth more than their two prices. When there is none, the optimum is that of all
 *    pairs and the prices prove it; else such pairs become candidates, and only what the new prices could have broken is
 *    scanned again.
 *
 * A generator, so that the same steps serve one thread and many: it asks for scans and is told what they found. What
 * they find depends on the request alone, so the answer does not depend on who scans.
 *
 * With prices and places from before (of other rules, or of nearly the same people), the first step is a scan at those
 * prices instead, and there is no auction: what changed little is proved in little time.
 */
export function* solve(packed: Packed, loadPenalty: number, before?: Start): Generator<Step, Solution, Found> {
  const { mentees, mentors, seats, pinned, waits } = packed
  const [rows, columns] = [mentees.count, mentors.count]
  const everyRow = upTo(rows)
  const goods = { priorities: prioritiesOf(waits), seats, pinned, loadPenalty }
  let graph = emptyGraph(rows)
  if (before) {
    const { surplus } = before
    const scan = {
      rows: everyRow,
      floors: everyRow.map((row) => (surplus[row] ?? 0) - (goods.priorities[row] ?? 0) - MARGIN),
      prices: Int32Array.from(before.prices),
      keep: SECOND_LOOK,
    }
    graph = extended(graph, everyRow, yield { phase: 'looking for candidates', scan }, columns)
    return yield* prove(goods, graph, before.prices, before.places)
  }

  const slices = Math.max(1, Math.floor(columns / SLICE))
  for (let slice = 0; slice < slices; slice++) {
    const some = everyRow.filter((row) => row % slices === slice)
    const found: Found = yield {
      phase: 'looking for candidates',
      scan: {
        rows: some,
        columns: slices === 1 ? undefined : upTo(columns).filter((column) => column % slices === slice),
        floors: new Int32Array(some.length),
        prices: new Int32Array(columns),
        keep: slices === 1 ? SECOND_LOOK : FIRST_LOOK,
      },
    }
    graph = extended(graph, some, found, columns)
  }

  const { level, outside } = standing(graph, packed)
  yield { phase: 'auction' }
  const rough = auction({ ...goods, graph, outside, step: slices === 1 ? 2 : 6 })
  const bidders = everyRow.filter((row) => outside[row] !== ABSENT)
  const surplus = surplusOf(graph, rough.prices)
  const found: Found = yield {
    phase: 'looking for candidates',
    scan: {
      rows: bidders,
      floors: bidders.map((row) => Math.max(surplus[row] ?? 0, outside[row] ?? 0) - MARGIN),
      prices: rough.prices,
      keep: SECOND_LOOK,
    },
  }
  graph = extended(graph, bidders, found, columns)
  yield { phase: 'auction' }
  const fine = auction({ ...goods, graph, outside, step: 1 })
  return yield* prove(
    goods,
    graph,
    Float64Array.from(fine.prices, (price) => price + level * LEVEL),
    fine.places,
  )
}

/** From any prices and places to a proved optimum. */
function* prove(
  goods: Omit<Goods, 'graph'>,
  candidates: Graph,
  startPrices: Float64Array,
  startPlaces: Int32Array,
): Generator<Step, Solution, Found> {
  const { priorities } = goods
  const columns = startPrices.length
  let graph = candidates
  let [prices, places] = [startPrices, startPlaces]
  let proved: { prices: Float64Array; surplus: Float64Array } | undefined
  /** Rows of which more may have been found than was kept. */
  let unsure: Int32Array = new Int32Array()
  for (;;) {
    yield { phase: 'assigning' }
    const market = openMarket({ ...goods, graph }, prices.slice(), places)
    placeAll(market)
    fillSeats(market)
    ;({ prices, places } = market)
    const { surplus } = market
    checkLevels(prices, surplus)

    const scans: { rows: Int32Array; columns?: Int32Array }[] = proved
      ? broken(proved, { prices, surplus }, unsure)
      : [{ rows: upTo(graph.rows) }]
    const cut: number[] = []
    let worse = false
    for (const { rows, columns: some } of scans) {
      const floors = rows.map((row) => (surplus[row] ?? 0) - (priorities[row] ?? 0) + 1)
      const scan = { rows, columns: some, floors, prices: Int32Array.from(prices), keep: REPAIR }
      const found: Found = yield { phase: 'proving', scan }
      if (found.columns.length === 0) continue
      worse = true
      rows.forEach((row, n) => {
        if ((found.start[n + 1] ?? 0) - (found.start[n] ?? 0) === REPAIR) cut.push(row)
      })
      graph = extended(graph, rows, found, columns)
    }
    if (!worse) return { places, prices, surplus }
    proved = { prices, surplus }
    unsure = Int32Array.from(cut)
  }
}

type Prices = Pick<Solution, 'prices' | 'surplus'>

/** Which pairs may be worth more than their prices: those where one of the two fell, and those of unsure rows. */
function broken(before: Prices, now: Prices, unsure: Int32Array): { rows: Int32Array; columns?: Int32Array }[] {
  const fell = (old: Float64Array, fresh: Float64Array) =>
    upTo(old.length).filter((n) => (fresh[n] ?? 0) < (old[n] ?? 0))
  const again = new Set([...fell(before.surplus, now.surplus), ...unsure])
  const columns = fell(before.prices, now.prices)
  const all = upTo(now.surplus.length)
  if (again.size > all.length / 2 || columns.length > now.prices.length / 2) return [{ rows: all }]
  return [
    { rows: all.filter((row) => again.has(row)) },
    { rows: columns.length === 0 ? new Int32Array() : all.filter((row) => !again.has(row)), columns },
  ]
}

/**
 * What to expect of prices before any is known. With fewer seats than mentees, every seat is worth placing somebody who
 * waited as long as the first who gets none; who waited less need not bid, who waited longer must be placed.
 */
function standing({ start, rows }: Graph, { waits, seats }: Packed): { level: number; outside: Int32Array } {
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

function surplusOf({ rows, start, columns, scores }: Graph, prices: Int32Array): Int32Array {
  const surplus = new Int32Array(rows).fill(LAST_RESORT)
  for (let row = 0; row < rows; row++) {
    for (let edge = start[row] ?? 0; edge < (start[row + 1] ?? 0); edge++) {
      const left = (scores[edge] ?? 0) - (prices[columns[edge] ?? 0] ?? 0)
      if (left > (surplus[row] ?? 0)) surplus[row] = left
    }
  }
  return surplus
}

const upTo = (count: number): Int32Array => Int32Array.from({ length: count }, (_, n) => n)
