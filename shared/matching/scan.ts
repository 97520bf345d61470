import type { Packed } from './pack.ts'
import { rowTables } from './row-tables.ts'
import type { MatchingRules } from './rules.ts'
import { sifterOf } from './sifter.ts'
import { stopsOf } from './stops.ts'

/** Which pairs to look for: of each row, the best `keep` whose score less the mentor's price is at least the floor. */
export type ScanRequest = Readonly<{
  rows: Int32Array
  /** Only these mentors; all when missing. */
  columns?: Int32Array | undefined
  /** One a row of `rows`. */
  floors: Int32Array
  /** One a mentor, of all mentors. */
  prices: Int32Array
  keep: number
}>

/** Pairs that may be made: those of the n-th row asked for are `columns[start[n]…start[n + 1]]`, in no order. */
export type Found = Readonly<{ start: Int32Array; columns: Int32Array; scores: Int16Array }>

export type ScanRules = Pick<MatchingRules, 'weights' | 'topicWeights' | 'minimumExperienceGap'>

/** Neighbours by id start to look so many mentors apart. */
const STRIDE = 37
/** Columns fit below this in a sort key that starts with what a pair leaves above the floor. */
const COLUMNS = 2 ** 21

/**
 * Looks at every pair, without storing them. Mentors are sifted by what a mentee would lose with each (see `sifterOf`);
 * the few who pass are scored in full, and looked up in the hard rules last. So most of 2·10¹⁰ pairs cost less than a
 * nanosecond.
 */
export function scannerOf(packed: Packed, rules: ScanRules): (request: ScanRequest) => Found {
  const { mentors } = packed
  const tables = rowTables(packed, rules)
  const stops = stopsOf(packed, rules)
  const sifter = sifterOf(packed, tables)

  return ({ rows, columns, floors, prices, keep }) => {
    sifter.line(columns ?? Int32Array.from({ length: mentors.count }, (_, column) => column), prices)
    const found = growing(rows.length)
    const best = keeper(keep, prices)
    rows.forEach((row, n) => {
      tables.open(row)
      sifter.open(row)
      sifter.sift(best.begin(row, floors[n] ?? 0), (column, floor) => {
        const left = tables.score(column) - (prices[column] ?? 0)
        return left >= floor && stops(row, column) < 0 ? best.offer(column, left) : floor
      })
      found.add(n, best)
    })
    return found.done()
  }
}

/**
 * Keeps the best pairs of one row: what is left after the price decides. Among equals, each row prefers the mentors from
 * another place in the order of ids on, so that identical people do not all look at the same few.
 */
function keeper(keep: number, prices: Int32Array) {
  const mentors = prices.length
  let keys = new Float64Array(64)
  let count = 0
  let lowest = 0
  let floor = 0
  let turn = 0
  let last = COLUMNS

  const rankOf = (column: number): number => (column >= turn ? column - turn : column - turn + mentors)

  /** Forgets what is beyond the best `keep`. Keys are negative so that the best come first when sorted. */
  function trim(): void {
    keys.subarray(0, count).sort()
    if (count < keep) return
    count = keep
    const key = -(keys[keep - 1] ?? 0)
    floor = lowest + Math.floor(key / COLUMNS)
    last = COLUMNS - 1 - (key % COLUMNS)
  }

  return {
    begin(row: number, start: number): number {
      count = 0
      floor = lowest = start
      turn = (row * STRIDE) % mentors
      last = COLUMNS
      return floor
    },
    /** Takes in one pair; answers what the next must leave at least. */
    offer(column: number, left: number): number {
      const rank = rankOf(column)
      if (left === floor && rank > last) return floor
      keys[count++] = -((left - lowest) * COLUMNS + (COLUMNS - 1 - rank))
      if (count >= 2 * keep) trim()
      else if (count === keys.length) keys = grown(keys)
      return floor
    },
    /** Writes the kept pairs, best first. */
    end(columns: Int32Array, scores: Int16Array, from: number): void {
      for (let n = 0; n < count; n++) {
        const key = -(keys[n] ?? 0)
        const column = (COLUMNS - 1 - (key % COLUMNS) + turn) % mentors
        columns[from + n] = column
        scores[from + n] = lowest + Math.floor(key / COLUMNS) + (prices[column] ?? 0)
      }
    },
    /** How many are kept. */
    size(): number {
      trim()
      return count
    },
  }
}

function growing(rows: number) {
  const start = new Int32Array(rows + 1)
  let columns = new Int32Array(1024)
  let scores = new Int16Array(1024)
  return {
    add(n: number, best: ReturnType<typeof keeper>): void {
      const from = start[n] ?? 0
      const end = from + best.size()
      while (end > columns.length) {
        const [wider, more] = [new Int32Array(2 * columns.length), new Int16Array(2 * scores.length)]
        wider.set(columns)
        more.set(scores)
        columns = wider
        scores = more
      }
      best.end(columns, scores, from)
      start[n + 1] = end
    },
    done: (): Found => {
      const end = start[rows] ?? 0
      return { start, columns: columns.slice(0, end), scores: scores.slice(0, end) }
    },
  }
}

function grown(keys: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(2 * keys.length)
  larger.set(keys)
  return larger
}
