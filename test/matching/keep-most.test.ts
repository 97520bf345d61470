import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepMost } from '../../shared/matching/change/keep-most.ts'
import type { Ties } from '../../shared/matching/change/ties.ts'

const ROWS = 6
const COLUMNS = 4

/** Ties of any kind, among 6 mentees and 4 mentors, and what is wished for. */
const someTies = fc.record({
  columns: fc.array(fc.subarray([0, 1, 2, 3]), { minLength: ROWS, maxLength: ROWS }),
  spare: fc.array(fc.constantFrom(0, 0, 1), { minLength: ROWS, maxLength: ROWS }),
  seats: fc.array(fc.constantFrom([0, 1], [1, 1], [1, 2], [2, 2], [0, 6]), { minLength: COLUMNS, maxLength: COLUMNS }),
  wished: fc.array(fc.integer({ min: -1, max: COLUMNS - 1 }), { minLength: ROWS, maxLength: ROWS }),
  first: fc.nat(),
})

function tiesFrom(columns: readonly number[][], spare: readonly number[], seats: readonly (readonly number[])[]): Ties {
  const start = [0]
  for (const own of columns) start.push((start.at(-1) ?? 0) + own.length)
  return {
    start: Int32Array.from(start),
    columns: Int32Array.from(columns.flat()),
    spare: Uint8Array.from(spare),
    least: Int32Array.from(seats, ([least = 0]) => least),
    most: Int32Array.from(seats, ([, most = 0]) => most),
    complete: true,
  }
}

/** Every way to place all mentees that the ties allow. */
function everyPlacing({ start, columns, spare, least, most }: Ties): number[][] {
  let found: number[][] = [[]]
  for (let row = 0; row < ROWS; row++) {
    const choices = [...columns.subarray(start[row], start[row + 1]), ...(spare[row] ? [-1] : [])]
    found = found.flatMap((places) => choices.map((column) => [...places, column]))
  }
  const fits = (places: readonly number[]) =>
    most.every((all, column) => {
      const used = places.filter((place) => place === column).length
      return used <= all && used >= (least[column] ?? 0)
    })
  return found.filter(fits)
}

test('of all placings that ties allow, the most wishes are kept, whichever of them came first', () => {
  let tried = 0
  fc.assert(
    fc.property(someTies, ({ columns, spare, seats, wished, first }) => {
      const ties = tiesFrom(columns, spare, seats)
      const all = everyPlacing(ties)
      const kept = (places: readonly number[]) => places.filter((place, n) => place >= 0 && place === wished[n]).length
      const start = all[first % (all.length || 1)]
      if (!start) return
      tried++
      const places = [...keepMost(ties, Int32Array.from(start), Int32Array.from(wished))]
      expect(all).toContainEqual(places)
      expect(kept(places)).toBe(Math.max(...all.map(kept)))
    }),
    { numRuns: 5000 },
  )
  expect(tried).toBeGreaterThan(1000)
})
