import { countBits } from '../../criteria/bits.ts'
import { COMPILED } from './compiled.ts'

/**
 * One thing to look up, in memory three numbers of 32 bits: the address of a plane, the address of a table of 16 losses
 * (a byte each), and the answer that the table begins with. For eight hours of the week the last is the mentee's mask;
 * for the sum of hours there is no plane.
 */
export const OP = 12

/** Tables have 16 entries, and mentors are looked at 16 at a time. */
export const TABLE = 16

/** Where things lie in memory, and what may pass. */
type Sifting = [
  /** Room for the losses of a block, one byte each. */
  losses: number,
  /** The plane of prices above the segment's least, in points. */
  prices: number,
  /** Mentors of this block: a multiple of 16. */
  size: number,
  /** Tables whose answers are all below 16; those that hold 16 answers from a first one on; hours to count; tables of
   * their sum; and the end. */
  lightOps: number,
  heavyOps: number,
  weekOps: number,
  hourOps: number,
  endOps: number,
  /** The block's first place in each plane. */
  from: number,
  /** Losses in the tables are in units of 2^shift points, rounded down. */
  shift: number,
  /** The most loss that passes, in units, 0 to 255; 255 lets everybody pass. */
  allowed: number,
  /** Room for the places of those who pass, 32 bits each: the place, and in the highest byte the loss. */
  passed: number,
]

export const placeOf = (passed: number): number => passed & 0xffffff
export const lossOf = (passed: number): number => passed >>> 24

/** Lists who passes; answers how many. */
export type Sieve = (...sifting: Sifting) => number

/**
 * Who of a block of mentors could lose little enough: one table after the other is looked up, losses add up and stop at
 * 255. The same 16 at a time, by the SIMD instructions of WebAssembly, where the engine has them.
 */
export function sieveOn(memory: WebAssembly.Memory): Sieve {
  return compiledSieve(memory) ?? plainSieve(memory)
}

let compiled: WebAssembly.Module | undefined

function compiledSieve(memory: WebAssembly.Memory): Sieve | undefined {
  compiled ??= moduleOf(Uint8Array.from(atob(COMPILED), (letter) => letter.charCodeAt(0)))
  if (!compiled) return undefined
  const { sieve } = new WebAssembly.Instance(compiled, { env: { memory } }).exports
  return isSieve(sieve) ? sieve : undefined
}

const moduleOf = (code: Uint8Array<ArrayBuffer>): WebAssembly.Module | undefined =>
  WebAssembly.validate(code) ? new WebAssembly.Module(code) : undefined

const isSieve = (found: unknown): found is Sieve => typeof found === 'function'

/** What the compiled one does, in plain words: its test, and its stand-in on engines without SIMD. */
export const plainSieve =
  (memory: WebAssembly.Memory): Sieve =>
  (_, prices, size, lightOps, __, weekOps, hourOps, endOps, from, shift, allowed, passed) => {
    const bytes = new Uint8Array(memory.buffer)
    const words = new Uint32Array(memory.buffer)
    const lookup = (op: number, answer: number): number => {
      const entry = (answer - (words[(op >> 2) + 2] ?? 0)) & 255
      return entry < TABLE ? (bytes[(words[(op >> 2) + 1] ?? 0) + entry] ?? 0) : 0
    }
    let count = 0
    for (let place = from; place < from + size; place++) {
      const answer = (op: number): number => bytes[(words[op >> 2] ?? 0) + place] ?? 0
      let loss = (bytes[prices + place] ?? 0) >> shift
      for (let op = lightOps; op < weekOps; op += OP) loss += lookup(op, answer(op))
      let hours = 0
      for (let op = weekOps; op < hourOps; op += OP) hours += countBits(answer(op) & (words[(op >> 2) + 2] ?? 0))
      for (let op = hourOps; op < endOps; op += OP) loss += lookup(op, hours)
      loss = Math.min(255, loss)
      if (loss <= allowed) words[(passed >> 2) + count++] = place | (loss << 24)
    }
    return count
  }
