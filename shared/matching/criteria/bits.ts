/** Sets of codes as the bits of one 32-bit number, so that two people's choices are compared in one step. */

/** Turns chosen codes into a mask: bit n stands for `codes[n]`; a code that is not among them is ignored. */
export function maskFor(codes: readonly string[]): (chosen: readonly string[]) => number {
  if (codes.length > 32) throw new RangeError(`A mask holds 32 codes; this list has ${codes.length}.`)
  const bits = new Map(codes.map((code, n) => [code, 1 << n]))
  return (chosen) => chosen.reduce((mask, code) => mask | (bits.get(code) ?? 0), 0)
}

/** The entries of a list that a mask made from it holds, in the list's order. */
export const inMask = <Entry>(entries: readonly Entry[], mask: number): Entry[] =>
  entries.filter((_, n) => mask & (1 << n))

/** How many bits are set (Hacker's Delight, 2nd ed., figure 5-2). */
export function countBits(mask: number): number {
  let pairs = mask - ((mask >>> 1) & 0x55555555)
  pairs = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return (((pairs + (pairs >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

/** The number of the lowest bit that is set. */
export const lowestBit = (mask: number): number => 31 - Math.clz32(mask & -mask)
