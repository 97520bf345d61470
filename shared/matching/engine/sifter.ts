import { lossOf, placeOf, sieveOn, TABLE } from './kernel/sieve.ts'
import { lossesOf, type Memory, type Ops, SHIFTS } from './losses.ts'
import type { Packed } from './pack.ts'
import { planesOf } from './planes.ts'
import type { RowTables } from './row-tables.ts'

/** So many mentors are sifted before the floor is looked at again. */
const FIRST_BLOCK = 64
const BLOCK = 1024
/** Prices of one segment differ by less: what they cost above its least fits a byte, with losses to add. */
const RANGE = 128
const PAGE = 65_536
const MOST_LOSS = 255
const MOST_LEFT = Number.POSITIVE_INFINITY
const LOSSES = 0
const PASSED = LOSSES + BLOCK
const OPS = PASSED + 4 * BLOCK
/** Columns fit below this in a sort key. */
const COLUMNS = 2 ** 21

/** Neighbours in the line whose prices are about the same. */
type Segment = Readonly<{ from: number; to: number; leastPrice: number }>

type Finder = (column: number, floor: number, left: number, exact: boolean) => number

/** Mentors in a line by rising price, and a sieve that lists who may be good enough for one mentee. */
export type Sifter = Readonly<{
  /** Lines up some mentors at the prices of all. */
  line: (columns: Int32Array, prices: Int32Array) => void
  /** Makes ready for the mentee whose tables are open. */
  open: (row: number) => void
  /**
   * Calls `found` with each mentor who may leave, score less price, at least the floor; with how much at most, and whether
   * it is exactly that. It answers the floor from then on, or a lower one.
   */
  sift: (floor: number, found: Finder) => void
}>

export function sifterOf({ mentees, mentors }: Packed, tables: RowTables): Sifter {
  const planes = planesOf(mentors, tables)
  const losses = lossesOf(mentees, tables, planes, OPS)
  const firstPlane = losses.end
  const memory = new WebAssembly.Memory({ initial: Math.ceil(firstPlane / PAGE) })
  const sieve = sieveOn(memory)
  const view: Memory = { bytes: new Uint8Array(memory.buffer), words: new Uint32Array(memory.buffer) }
  losses.writeHours(view)
  let order = new Int32Array()
  let segments: Segment[] = []
  let width = 0
  const planeAt = (plane: number) => firstPlane + plane * width
  let [opened, perfect] = [0, 0]
  /** The mentee's tables for each unit; missing when not yet written. */
  const ops: (Ops | undefined)[] = []

  function line(columns: Int32Array, prices: Int32Array): void {
    ;({ order, segments } = lined(columns, prices, mentors.chosen[0] ?? new Int32Array()))
    width = order.length
    const more = planeAt(planes.columns.length + 1) - memory.buffer.byteLength
    if (more > 0) {
      memory.grow(Math.ceil(more / PAGE))
      view.bytes = new Uint8Array(memory.buffer)
      view.words = new Uint32Array(memory.buffer)
    }
    const { bytes } = view
    planes.columns.forEach((plane, n) => {
      const at = planeAt(n)
      for (let place = 0; place < width; place++) bytes[at + place] = plane[order[place] ?? -1] ?? 0
    })
    const at = planeAt(planes.columns.length)
    for (const { from, to, leastPrice } of segments) {
      for (let place = from; place < to; place++) {
        const column = order[place] ?? -1
        bytes[at + place] = column < 0 ? MOST_LOSS : (prices[column] ?? 0) - leastPrice
      }
    }
  }

  function open(row: number): void {
    opened = row
    perfect = tables.perfect()
    ops.fill(undefined)
  }

  /** The mentee's tables in one unit, written when they are first needed. */
  function opsOf(shift: number): Ops {
    const known = ops[shift]
    if (known) return known
    const written = losses.write(view, opened, shift, planeAt)
    ops[shift] = written
    return written
  }

  function sift(start: number, found: Finder): void {
    const { words } = view
    const prices = planeAt(planes.columns.length)
    let floor = start
    let block = FIRST_BLOCK
    for (const { from, to, leastPrice } of segments) {
      for (let at = from; at < to; ) {
        const allowed = perfect - leastPrice - floor
        if (allowed < 0) return
        const shift = allowed < 255 ? 0 : allowed < 510 ? 1 : SHIFTS - 1
        const { light, heavy, week, hours, end } = opsOf(shift)
        const most = Math.min(MOST_LOSS, allowed >> shift)
        const size = Math.min(block, to - at)
        const count = sieve(LOSSES, prices, size, light, heavy, week, hours, end, at, shift, most, PASSED)
        for (let n = 0; n < count; n++) {
          const passed = words[PASSED / 4 + n] ?? 0
          const column = order[placeOf(passed)] ?? -1
          const loss = lossOf(passed)
          // Losses are capped at 255, and exact in units of one point.
          const left = loss === MOST_LOSS ? MOST_LEFT : perfect - leastPrice - (loss << shift)
          if (column >= 0 && left >= floor) floor = found(column, floor, left, shift === 0 && loss < MOST_LOSS)
        }
        at += size
        block = Math.min(BLOCK, 2 * block)
      }
    }
  }
  return { line, open, sift }
}

/** By rising price, in segments that are filled up to whole groups. */
function lined(
  columns: Int32Array,
  prices: Int32Array,
  alike: Int32Array,
): { order: Int32Array<ArrayBuffer>; segments: Segment[] } {
  const sorted = Float64Array.from(columns, (column) => (prices[column] ?? 0) * COLUMNS + column).sort()
  const order: number[] = []
  const segments: Segment[] = []
  let from = 0
  let leastPrice = Number.NEGATIVE_INFINITY
  const close = () => {
    const some = Float64Array.from(order.slice(from), (column) => (alike[column] ?? 0) * COLUMNS + column).sort()
    some.forEach((key, n) => {
      order[from + n] = key % COLUMNS
    })
    while (order.length % TABLE !== 0) order.push(-1)
    if (order.length > from) segments.push({ from, to: order.length, leastPrice })
    from = order.length
  }
  for (const key of sorted) {
    const price = Math.floor(key / COLUMNS)
    if (price - leastPrice >= RANGE) {
      close()
      leastPrice = price
    }
    order.push(key - price * COLUMNS)
  }
  close()
  return { order: Int32Array.from(order), segments }
}
