import { TABLE } from './kernel/sieve.ts'
import { type Side, WEEK_WORDS } from './pack.ts'
import type { RowTables } from './row-tables.ts'

/** Masks are looked up four bits at a time, so that their tables have 16 entries. */
export const BITS = 4

/** What mentors answered, a byte a mentor in the order of ids: one plane for every four bits of a mask, one a choice. */
export type Planes = Readonly<{
  columns: readonly Uint8Array[]
  /** The number of the first plane of each list, of what is held, and of each choice. */
  chosen: readonly number[]
  holding: number
  choices: readonly number[]
  /** The first of those for the week, eight hours each. */
  week: number
}>

/** Each word of a week's mask has 28 hours: three bytes and a half. */
export const WEEK_BYTES = 4 * WEEK_WORDS

export const weekByte = (week: Int32Array, person: number, n: number): number =>
  ((week[person * WEEK_WORDS + (n >> 2)] ?? 0) >>> (8 * (n & 3))) & 255

export function planesOf(mentors: Side, { chosen, choices }: Pick<RowTables, 'chosen' | 'choices'>): Planes {
  const columns: Uint8Array[] = []
  const nibbles = (masks: Int32Array, size: number): number => {
    const first = columns.length
    for (let shift = 0; shift < size; shift += BITS) {
      columns.push(Uint8Array.from(masks, (mask) => (mask >>> shift) & (TABLE - 1)))
    }
    return first
  }
  const lists = chosen.map(({ points }, n) => nibbles(mentors.chosen[n] ?? new Int32Array(), points.length))
  const holding = nibbles(mentors.heldLow, 32)
  nibbles(mentors.heldHigh, 32)
  const first = columns.length
  columns.push(...mentors.choices)
  const week = columns.length
  for (let n = 0; n < WEEK_BYTES; n++) {
    columns.push(Uint8Array.from(mentors.heldLow, (_, column) => weekByte(mentors.week, column, n)))
  }
  return { columns, week, chosen: lists, holding, choices: choices.map((_, n) => first + n) }
}
