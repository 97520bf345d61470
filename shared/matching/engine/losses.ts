import { OP, TABLE } from './kernel/sieve.ts'
import type { Side } from './pack.ts'
import { BITS, type Planes, WEEK_BYTES, weekByte } from './planes.ts'
import type { RowTables } from './row-tables.ts'

/** Losses are added up in units of 1, 2 or 4 points: the least unit in which what is allowed fits a byte. */
export const SHIFTS = 3

/** The memory of a sieve; both arrays are the same bytes. */
export type Memory = { bytes: Uint8Array; words: Uint32Array }

/** Where the tables of one mentee begin and end; see `Sieve`. */
export type Ops = { light: number; heavy: number; week: number; hours: number; end: number }

/**
 * What a mentee loses with each answer of a mentor against the best that anybody could answer, in units of 2^shift points,
 * rounded down: so all of them together are never more than what is really lost. The tables of choices are written once
 * for all mentees who chose the same, those of lists for each mentee.
 */
export function lossesOf(mentees: Side, tables: RowTables, planes: Planes, start: number) {
  const pieces = tables.choices.map(({ size }) => Math.ceil(size / TABLE))
  const lists = planes.holding + 1
  const hourLosses = tables.hours.points.map((points) => tables.hours.most - points)
  const hourPieces = Math.ceil((hourLosses.findLastIndex((loss) => loss > 0) + 1) / TABLE)
  const mostOps = lists + pieces.reduce((sum, count) => sum + count, 0) + WEEK_BYTES + hourPieces
  const opsOf = (shift: number) => start + shift * OP * mostOps
  const listTables = align(opsOf(SHIFTS))
  const listTable = (shift: number, n: number) => listTables + TABLE * (shift * lists + n)
  const hourTables = listTable(SHIFTS, 0)
  const hourTable = (shift: number, piece: number) => hourTables + TABLE * (shift * hourPieces + piece)
  let next = hourTable(SHIFTS, 0)
  const choiceTables = tables.choices.map(({ size }, n) => {
    const at = next
    next += SHIFTS * size * (pieces[n] ?? 0) * TABLE
    return at
  })
  /** Of each choice, answer and piece: whether anything is lost in it. */
  const loses = tables.choices.map(({ size }, n) => new Uint8Array(size * (pieces[n] ?? 0)))

  /** Of each choice and answer: whether its tables are written. */
  const written = tables.choices.map(({ size }) => new Uint8Array(size))

  const choiceTable = (shift: number, n: number, answer: number, piece: number): number => {
    const count = pieces[n] ?? 0
    return (choiceTables[n] ?? 0) + TABLE * ((shift * (tables.choices[n]?.size ?? 0) + answer) * count + piece)
  }

  /** Once, before anything else. */
  function writeHours({ bytes }: Memory): void {
    for (let shift = 0; shift < SHIFTS; shift++) {
      for (let hours = 0; hours < hourPieces * TABLE; hours++) {
        bytes[hourTable(shift, 0) + hours] = Math.min(255, (hourLosses[hours] ?? 0) >> shift)
      }
    }
  }

  /** What somebody with this answer loses, for all who give it. */
  function writeChoice({ bytes }: Memory, n: number, answer: number): void {
    const { points, size, best } = tables.choices[n] ?? { points: [], size: 0, best: [] }
    for (let other = 0; other < size; other++) {
      const loss = (best[answer] ?? 0) - (points[answer * size + other] ?? 0)
      const piece = Math.floor(other / TABLE)
      for (let shift = 0; shift < SHIFTS; shift++) {
        bytes[choiceTable(shift, n, answer, piece) + (other % TABLE)] = Math.min(255, loss >> shift)
      }
      if (loss > 0) mark(loses[n], answer * (pieces[n] ?? 0) + piece)
    }
    mark(written[n], answer)
  }

  /** Lists the tables of the open mentee; those in which nothing is lost are left out. */
  function write(memory: Memory, row: number, shift: number, planeAt: (plane: number) => number): Ops {
    const { bytes, words } = memory
    const light = opsOf(shift)
    let op = light
    const add = (plane: number, table: number, first: number) => {
      words[op >> 2] = planeAt(plane)
      words[(op >> 2) + 1] = table
      words[(op >> 2) + 2] = first
      op += OP
    }
    /** Four entries of a list: what each of the 16 answers to them lacks. */
    function addFour(plane: number, a: number, b: number, c: number, d: number): void {
      const table = listTable(shift, Math.min(plane, planes.holding))
      for (let held = 0; held < TABLE; held++) {
        const loss = (held & 1 ? 0 : a) + (held & 2 ? 0 : b) + (held & 4 ? 0 : c) + (held & 8 ? 0 : d)
        bytes[table + held] = Math.min(255, loss >> shift)
      }
      add(plane, table, 0)
    }
    function addChoice(n: number): void {
      const count = pieces[n] ?? 0
      const answer = tables.choices[n]?.answer ?? 0
      if (written[n]?.[answer] === 0) writeChoice(memory, n, answer)
      for (let piece = 0; piece < count; piece++) {
        if (loses[n]?.[answer * count + piece] === 0) continue
        add(planes.choices[n] ?? 0, choiceTable(shift, n, answer, piece), piece * TABLE)
      }
    }

    for (let n = 0; n < tables.chosen.length; n++) {
      const { points, wanted } = tables.chosen[n] ?? { points: [], wanted: 0 }
      for (let left = wanted, at = 0; left !== 0; left >>>= BITS, at += BITS) {
        if ((left & (TABLE - 1)) === 0) continue
        const plane = (planes.chosen[n] ?? 0) + at / BITS
        addFour(plane, points[at] ?? 0, points[at + 1] ?? 0, points[at + 2] ?? 0, points[at + 3] ?? 0)
      }
    }
    const { sought, held, lacking } = tables.holding
    if (held > lacking) {
      const [a = 0, b = 0, c = 0, d = 0] = [0, 1, 2, 3].map((bit) => (bit === (sought & 3) ? held - lacking : 0))
      addFour(planes.holding + (sought >> 2), a, b, c, d)
    }
    for (let n = 0; n < pieces.length; n++) if (pieces[n] === 1) addChoice(n)
    const heavy = op
    for (let n = 0; n < pieces.length; n++) if ((pieces[n] ?? 0) > 1) addChoice(n)
    const week = op
    for (let n = 0; n < WEEK_BYTES; n++) {
      const mask = weekByte(mentees.week, row, n)
      if (mask !== 0) add(planes.week + n, 0, mask)
    }
    const hours = op
    for (let piece = 0; piece < hourPieces; piece++) add(0, hourTable(shift, piece), piece * TABLE)
    return { light, heavy, week, hours, end: op }
  }
  return { end: align(next), writeHours, write }
}

const align = (address: number): number => Math.ceil(address / TABLE) * TABLE

function mark(flags: Uint8Array | undefined, n: number): void {
  if (flags) flags[n] = 1
}
