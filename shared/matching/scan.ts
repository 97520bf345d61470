import { type Packed, WEEK_WORDS } from './pack.ts'
import { rowTables, sharedHours } from './row-tables.ts'
import type { MatchingRules } from './rules.ts'
import { laneOf, perfectScore, sieve } from './sieve.ts'
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
/** So many mentors are sifted before the floor is looked at again. */
const STRETCH = 1024
/** Columns fit below this in a sort key that starts with what a pair leaves above the floor. */
const COLUMNS = 2 ** 21

/**
 * Looks at every pair, without storing them. Mentors are visited by rising price, so that a row ends where even a
 * perfect pair could not pay; of each pair first the topics and the style are looked up, and only what could still
 * reach the floor is looked at further, with the hours of the week last. So most of 2·10¹⁰ pairs cost a few additions.
 */
export function scannerOf(packed: Packed, rules: ScanRules): (request: ScanRequest) => Found {
  const { mentees, mentors } = packed
  const tables = rowTables(packed, rules)
  const stops = stopsOf(packed, rules)

  return ({ rows, columns, floors, prices, keep }) => {
    const order = byPrice(columns ?? Int32Array.from({ length: mentors.count }, (_, column) => column), prices)
    const count = order.length
    const lane = laneOf(mentors, order, prices)
    const { price, near, scores } = lane
    const { points } = tables.hours

    /** How many mentors, by rising price, a perfect pair could still pay. */
    function affordable(floor: number): number {
      const perfect = perfectScore(tables)
      let [low, high] = [0, count]
      while (low < high) {
        const middle = (low + high) >> 1
        if (floor + (price[middle] ?? 0) > perfect) high = middle
        else low = middle + 1
      }
      return low
    }

    const found = growing(rows.length)
    const best = keeper(keep, prices)
    rows.forEach((row, n) => {
      tables.open(row)
      let floor = best.begin(row, floors[n] ?? 0)
      let end = affordable(floor)
      for (let from = 0; from < end; from += STRETCH) {
        const size = sieve(lane, tables, from, Math.min(end, from + STRETCH), floor)
        for (let k = 0; k < size; k++) {
          const x = near[k] ?? 0
          const column = order[x] ?? 0
          const shared = sharedHours(mentees.week, row * WEEK_WORDS, mentors.week, column * WEEK_WORDS)
          const left = (scores[k] ?? 0) + (points[shared] ?? 0) - (price[x] ?? 0)
          if (left >= floor && stops(row, column) < 0) floor = best.offer(column, left)
        }
        end = affordable(floor)
      }
      found.add(n, best)
    })
    return found.done()
  }
}

function byPrice(columns: Int32Array, prices: Int32Array): Int32Array {
  const order = Float64Array.from(columns, (column) => (prices[column] ?? 0) * COLUMNS + column).sort()
  return Int32Array.from(order, (key) => ((key % COLUMNS) + COLUMNS) % COLUMNS)
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
