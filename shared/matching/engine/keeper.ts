/** Odd, so that multiplying by it sends every number of so many bits to another one (Knuth, TAOCP 3, section 6.4). */
const SPREAD = 0x9e3779b1
const TURN = 0x85ebca6b
/** What undoes SPREAD, by Newton's iteration modulo 2^32. */
const GATHER = [1, 2, 3, 4, 5].reduce((inverse) => Math.imul(inverse, 2 - Math.imul(SPREAD, inverse)), SPREAD)
/** Columns fit below this in a key that starts with what a pair leaves above the floor. */
const COLUMNS = 2 ** 21

/**
 * Keeps the best pairs of one row: what is left after the price decides. Among equals, each row prefers
 * mentors in another order, scattered over all ids, so that identical people, or blocks of them, do not all look at the
 * same few. A heap with the worst
 * kept pair on top (Williams 1964, "Algorithm 232: Heapsort").
 */
export function keeper(keep: number, prices: Int32Array) {
  /** As many ranks as there are columns, up to the next power of two. */
  const ranks = 2 ** Math.ceil(Math.log2(Math.max(2, prices.length))) - 1
  let heap = new Float64Array(64)
  let count = 0
  let lowest = 0
  let turn = 0

  const leftOf = (key: number): number => lowest + Math.floor(key / COLUMNS)

  function rise(key: number): void {
    if (count === heap.length) heap = grown(heap)
    let at = count++
    for (let above = (at - 1) >> 1; at > 0 && (heap[above] ?? 0) > key; above = (at - 1) >> 1) {
      heap[at] = heap[above] ?? 0
      at = above
    }
    heap[at] = key
  }

  /** Puts a key in the place of the worst. */
  function sink(key: number): void {
    let at = 0
    for (let below = 1; below < count; below = 2 * at + 1) {
      if (below + 1 < count && (heap[below + 1] ?? 0) < (heap[below] ?? 0)) below++
      if ((heap[below] ?? 0) >= key) break
      heap[at] = heap[below] ?? 0
      at = below
    }
    heap[at] = key
  }

  return {
    begin(row: number, floor: number): number {
      count = 0
      lowest = floor
      turn = Math.imul(row, TURN) >>> 9
      return floor
    },
    /** Takes in one pair that leaves at least the floor; answers what the next must leave at least. */
    offer(column: number, left: number): number {
      const rank = (Math.imul(column, SPREAD) + turn) & ranks
      const key = (left - lowest) * COLUMNS + (COLUMNS - 1 - rank)
      if (count < keep) rise(key)
      else if (key > (heap[0] ?? 0)) sink(key)
      return count < keep ? lowest : leftOf(heap[0] ?? 0)
    },
    size: (): number => count,
    /** Writes the kept pairs, best first. */
    end(columns: Int32Array, scores: Int16Array, from: number): void {
      heap.subarray(0, count).sort()
      for (let n = 0; n < count; n++) {
        const key = heap[count - 1 - n] ?? 0
        const column = Math.imul(COLUMNS - 1 - (key % COLUMNS) - turn, GATHER) & ranks
        columns[from + n] = column
        scores[from + n] = leftOf(key) + (prices[column] ?? 0)
      }
    },
  }
}

function grown(keys: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(2 * keys.length)
  larger.set(keys)
  return larger
}
