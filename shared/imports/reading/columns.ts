import * as z from 'zod'
import type { FieldError } from '../../errors.ts'
import { FIELDS, type Field, guessFields, LISTS } from './headings.ts'
import { isAddress, roleOf, stateOf } from './values.ts'
import { type Times, timesIn } from './week-words.ts'
import { headingWords, tidy } from './words.ts'

/** A column as a spreadsheet shows it, and what it was taken for. */
export type Column = { index: number; letter: string; title: string; field?: Field | undefined; times: Times }

/**
 * Whoever knows better than our guess says so: by the column's heading, by its letter (`#C`), by one value for all rows
 * (`=mentor`), or by nothing (``), and the column is left out. Several columns may make one list.
 */
export const ColumnMap = z.partialRecord(
  z.enum(FIELDS, 'There is no such field.'),
  z.union([z.string().max(400), z.array(z.string().max(400)).max(50)]),
)
export type ColumnMap = z.output<typeof ColumnMap>

const LONGEST_TITLE = 60

/** Known by what stands in them, when no heading tells. */
const BY_CONTENT = ['email', 'role', 'state'] as const satisfies readonly Field[]
const CELLS_LOOKED_AT = 50
/** Of the filled cells, so many must make sense. */
const SENSIBLE = 0.8

type Cells = readonly string[]
type Laid = { columns: Column[]; constants: Map<Field, string>; problems: FieldError[] }

/** What each column is: by the map's word, else by the headings of one or more rows, else by what stands in it. */
export function layOut(headings: readonly Cells[], people: readonly Cells[], map: ColumnMap = {}): Laid {
  const width = [...headings, ...people].reduce((most, cells) => Math.max(most, cells.length), 0)
  const columns = Array.from({ length: width }, (_, index): Column => {
    const said = headings.map((row) => row[index]?.trim() ?? '').filter((text) => text !== '')
    const title = said.find((text) => guessFields(text).length > 0) ?? said[0] ?? ''
    const short = title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE - 1)}…` : title
    return { index, letter: letterOf(index), title: short, times: timesIn(said.join(' ')) }
  })
  const constants = new Map<Field, string>()
  const problems: FieldError[] = []
  const taken = new Map<Field, number>()

  for (const field of FIELDS) {
    const wishes = map[field]
    if (wishes === undefined) continue
    taken.set(field, Number.POSITIVE_INFINITY)
    for (const wish of [wishes].flat()) {
      if (wish === '') continue
      if (wish.startsWith('=')) constants.set(field, wish.slice(1).trim())
      else {
        const column = columns.find(({ index, letter }) => isWished(wish, letter, headings, index))
        if (column) column.field = field
        else problems.push({ path: `map.${field}`, message: `There is no column ${wish}.` })
      }
    }
  }

  for (const { column, field, score } of guesses(columns, headings)) {
    const best = taken.get(field) ?? 0
    const joins = LISTS.has(field) && best !== Number.POSITIVE_INFINITY && (score === best || field === 'availability')
    if (column.field || (best > 0 && !joins)) continue
    column.field = field
    taken.set(field, Math.max(best, score))
  }

  for (const field of BY_CONTENT.filter((field) => !taken.has(field))) {
    const column = columns.find((each) => !each.field && holds(field, each, people))
    if (column) column.field = field
  }
  return { columns, constants, problems }
}

function holds(field: (typeof BY_CONTENT)[number], { index }: Column, people: readonly Cells[]): boolean {
  const cells = people.flatMap((row) => tidy(row[index] ?? '') || []).slice(0, CELLS_LOOKED_AT)
  const sensible = { email: isAddress, role: roleOf, state: stateOf }[field]
  return cells.length > 0 && cells.filter(sensible).length >= SENSIBLE * cells.length
}

/** All that every column may be, the surest first. */
const guesses = (columns: readonly Column[], headings: readonly Cells[]) =>
  columns
    .flatMap((column) =>
      headings.flatMap((row) => guessFields(row[column.index] ?? '').map((guess) => ({ column, ...guess }))),
    )
    .toSorted((one, other) => other.score - one.score)

function isWished(wish: string, letter: string, headings: readonly Cells[], index: number): boolean {
  if (wish.startsWith('#')) return wish.slice(1).toUpperCase() === letter
  return headings.some((row) => headingWords(row[index] ?? '') === headingWords(wish))
}

/** 0 is A, 26 is AA. */
const letterOf = (index: number): string =>
  (index >= 26 ? letterOf(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))
