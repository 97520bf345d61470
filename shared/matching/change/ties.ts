import type { Round } from '../assign.ts'
import { prioritiesOf } from '../engine/priorities.ts'
import { scannerOf } from '../engine/scan.ts'
import type { Solution } from '../engine/solve.ts'

/**
 * What all best assignments have in common. With the prices of any one of them, an assignment is best exactly when
 * (complementary slackness of linear programmes)
 *
 * - every pair in it is worth exactly its two prices: a tie;
 * - whoever has something above the price is placed;
 * - a mentor's seats whose penalty is below the price are taken, those whose penalty is above are not.
 */
export type Ties = Readonly<{
  /** The mentors whom a row may have are `columns[start[row]…start[row + 1]]`. */
  start: Int32Array
  columns: Int32Array
  /** 1 for a mentee who may be left out as well. */
  spare: Uint8Array
  /** How many mentees each mentor may have. */
  least: Int32Array
  most: Int32Array
  /** Whether these are all ties there are. */
  complete: boolean
}>

/**
 * So many ties fit some hundred megabytes. They are shared out evenly, so all are known of every pool of up to 20,000
 * people (however alike), and at 280,000 mentees as long as nobody has more than 239 mentors who suit equally well.
 */
const MOST_TIES = 2 ** 26

export function tiesOf({ packed, rules }: Round, { prices, surplus }: Pick<Solution, 'prices' | 'surplus'>): Ties {
  const { mentees, mentors, seats, pinned } = packed
  const priorities = prioritiesOf(packed.waits)
  const rows = Int32Array.from({ length: mentees.count }, (_, row) => row)
  const keep = Math.max(1, Math.min(mentors.count, Math.floor(MOST_TIES / Math.max(1, mentees.count))))
  const { start, columns } = scannerOf(
    packed,
    rules,
  )({
    rows,
    floors: rows.map((row) => (surplus[row] ?? 0) - (priorities[row] ?? 0)),
    prices: Int32Array.from(prices),
    keep,
  })
  /** How many seats of a mentor have a penalty of at most so many points. */
  const seatsWithin = (column: number, points: number): number => {
    const all = seats[column] ?? 0
    const above = points - rules.loadPenalty * (pinned[column] ?? 0)
    if (above < 0) return 0
    return rules.loadPenalty === 0 ? all : Math.min(all, Math.floor(above / rules.loadPenalty) + 1)
  }
  return {
    start,
    columns,
    spare: Uint8Array.from(surplus, (above) => (above === 0 ? 1 : 0)),
    least: Int32Array.from(prices, (price, column) => seatsWithin(column, price - 1)),
    most: Int32Array.from(prices, (price, column) => seatsWithin(column, price)),
    complete: keep === mentors.count || rows.every((row) => (start[row + 1] ?? 0) - (start[row] ?? 0) < keep),
  }
}
