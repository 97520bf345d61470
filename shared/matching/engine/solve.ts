import { type Candidates, findCandidates } from './candidates.ts'
import { fillSeats } from './fill-seats.ts'
import { emptyGraph, extended, together } from './graph.ts'
import { type Goods, openMarket } from './market.ts'
import type { Packed } from './pack.ts'
import { placeAll } from './place-all.ts'
import { checkLevels, prioritiesOf } from './priorities.ts'
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

/** Who is to be paired. Without waits, scores alone count, not how many are placed. */
type Problem = Pick<Packed, 'mentees' | 'seats' | 'pinned'> & { waits: Uint8Array | undefined }

/** News of where the solver is, and the scans that it needs done, in any order or at once. */
type Step = { phase: Phase; scans: readonly ScanRequest[] }

/** The solver at work: it is answered with what each scan found. */
export type Solving<Result> = Generator<Step, Result, readonly Found[]>

/** Candidates at prices of before may leave so much less than they did. */
const MARGIN = 60
const KEPT = 32
const REPAIR = 16

/**
 * Optimal over all pairs without storing them (column generation, Dantzig & Wolfe 1960; for assignment compare the
 * sparse core problems of Volgenant 1996, "Linear and semi-assignment problems: a core oriented approach"):
 *
 * 1. a few dozen candidates for each mentee, and by auctions among them nearly the best prices;
 * 2. from these prices the exact optimum on the candidates;
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
export function* solve(packed: Problem, loadPenalty: number, before?: Start): Solving<Solution> {
  const { mentees, seats, pinned, waits } = packed
  const priorities = waits ? prioritiesOf(waits) : new Float64Array(mentees.count)
  const goods = { priorities, seats, pinned, loadPenalty }
  const candidates = before ? yield* candidatesFrom(goods, before) : yield* findCandidates(goods, waits)
  return yield* prove(goods, candidates)
}

function* candidatesFrom(
  { priorities, seats }: Omit<Goods, 'graph'>,
  { prices, places, surplus }: Start,
): Solving<Candidates> {
  const rows = upTo(priorities.length)
  const floors = rows.map((row) => (surplus[row] ?? 0) - (priorities[row] ?? 0) - MARGIN)
  const scan = { rows, floors, prices: Int32Array.from(prices), keep: KEPT }
  const look = together([scan], yield { phase: 'looking for candidates', scans: [scan] })
  return { graph: extended(emptyGraph(rows.length), look, seats.length), prices, places }
}

/** From any prices and places to a proved optimum. */
function* prove(goods: Omit<Goods, 'graph'>, candidates: Candidates): Solving<Solution> {
  const { priorities, seats } = goods
  let { graph, prices, places } = candidates
  let proved: { prices: Float64Array; surplus: Float64Array } | undefined
  /** Rows of which more may have been found than was kept. */
  let unsure: Int32Array = new Int32Array()
  for (;;) {
    yield { phase: 'assigning', scans: [] }
    const market = openMarket({ ...goods, graph }, prices.slice(), places)
    placeAll(market)
    fillSeats(market)
    ;({ prices, places } = market)
    const { surplus } = market
    checkLevels(prices, surplus)

    const whole = Int32Array.from(prices)
    const parts = proved ? broken(proved, { prices, surplus }, unsure) : [{ rows: upTo(graph.rows) }]
    const scans = parts.map(({ rows, columns }) => {
      const floors = rows.map((row) => (surplus[row] ?? 0) - (priorities[row] ?? 0) + 1)
      return { rows, columns, floors, prices: whole, keep: REPAIR }
    })
    const look = together(scans, yield { phase: 'proving', scans })
    if (look.found.columns.length === 0) return { places, prices, surplus }
    unsure = look.rows.filter((_, n) => (look.found.start[n + 1] ?? 0) - (look.found.start[n] ?? 0) === REPAIR)
    graph = extended(graph, look, seats.length)
    proved = { prices, surplus }
  }
}

type Prices = Pick<Solution, 'prices' | 'surplus'>
/** Some mentees with some mentors; with all when missing. */
type Part = { rows: Int32Array; columns?: Int32Array }

/** Which pairs may be worth more than their prices: those where one of the two fell, and those of unsure rows. */
function broken(before: Prices, now: Prices, unsure: Int32Array): Part[] {
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

const upTo = (count: number): Int32Array => Int32Array.from({ length: count }, (_, n) => n)
