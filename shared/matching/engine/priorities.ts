/** One step of the first two levels of the objective, in points. */
export const LEVEL = 2 ** 27

/**
 * What placing each mentee is worth before any score: rounds waited + 1 times `LEVEL`. One number thus holds the first
 * two levels of the objective, and adding scores the third; the numbers of a proof fit 32 bits.
 *
 * That waits never cost a placement needs no further constant: sets of mentees who can be placed together form a
 * matroid, where the heaviest set under positive weights is always a largest one (Rado 1957; Edmonds 1971, "Matroids
 * and the greedy algorithm"). All largest sets have the same size, so the +1 each leaves the comparison to the waits.
 */
export const prioritiesOf = (waits: Uint8Array): Float64Array =>
  Float64Array.from(waits, (rounds) => (rounds + 1) * LEVEL)

/** A price as what it is at each level: whole steps of `LEVEL`, and points. */
export function levelled(price: number): { level: number; points: number } {
  const level = Math.round(price / LEVEL)
  return { level, points: price - level * LEVEL }
}

/**
 * No sum of scores can outweigh a level, however many mentees there are, as long as the points of each price stay below
 * a quarter of it: then a pair whose prices cover its value covers it level by level, and the proof holds for the
 * levels in their strict order. Points are small (a few thousand) unless people were made up to break this.
 */
export function checkLevels(...prices: readonly Float64Array[]): void {
  for (const list of prices) {
    for (const price of list) {
      if (Math.abs(levelled(price).points) >= LEVEL / 4) {
        throw new RangeError('These people cannot be paired exactly: the points of a price outgrow its level.')
      }
    }
  }
}
