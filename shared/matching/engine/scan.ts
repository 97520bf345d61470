import type { MatchingRules } from '../rules.ts'
import { keeper } from './keeper.ts'
import type { Packed } from './pack.ts'
import { rowTables } from './row-tables.ts'
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

/** Pairs that may be made: those of the n-th row asked for are `columns[start[n]…start[n + 1]]`, best first. */
export type Found = Readonly<{ start: Int32Array; columns: Int32Array; scores: Int16Array }>

export type ScanRules = Pick<MatchingRules, 'weights' | 'topicWeights' | 'minimumExperienceGap'>

/**
 * Looks at every pair, without storing them. Mentors are sifted by what a mentee would lose with each (see `sifterOf`);
 * the few who pass are scored in full, and looked up in the hard rules last. So most of 2·10¹⁰ pairs cost less than a
 * nanosecond. Requests with the same arrays of prices and columns line mentors up once.
 */
export function scannerOf(packed: Packed, rules: ScanRules): (request: ScanRequest) => Found {
  const { mentors } = packed
  const tables = rowTables(packed, rules)
  const stops = stopsOf(packed, rules)
  const sifter = sifterOf(packed, tables)
  let lined: Pick<ScanRequest, 'prices' | 'columns'> | undefined

  return ({ rows, columns, floors, prices, keep }) => {
    if (lined?.prices !== prices || lined.columns !== columns) {
      sifter.line(columns ?? Int32Array.from({ length: mentors.count }, (_, column) => column), prices)
      lined = { prices, columns }
    }
    const found = growing(rows.length)
    const best = keeper(keep, prices)
    rows.forEach((row, n) => {
      tables.open(row)
      sifter.open(row)
      sifter.sift(best.begin(row, floors[n] ?? 0), (column, floor, most, exact) => {
        const left = exact ? most : tables.score(column) - (prices[column] ?? 0)
        return left >= floor && stops(row, column) < 0 ? best.offer(column, left) : floor
      })
      found.add(n, best)
    })
    return found.done()
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
