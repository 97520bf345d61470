import { normalAddress } from '../../domain/address.ts'
import type { FieldError } from '../../errors.ts'
import { checkRow, type Layout, type Person, type Refused } from './check.ts'
import { type Column, type ColumnMap, layOut } from './columns.ts'
import { findHeader } from './header.ts'
import type { Field } from './headings.ts'
import { MOST_ROWS, type Row, readRows } from './rows.ts'
import { bareAddress, roleOf } from './values.ts'
import { tidy } from './words.ts'

/**
 * A list of people from Google Forms, Excel or another system, understood as far as it goes: read, guess the columns,
 * map, check. Pure, so that a page can show the same before anything is sent.
 */
export type PeopleFile = {
  columns: readonly Column[]
  /** Those with people: no headings, no empty ones. */
  rows: readonly Row[]
  /** What becomes of a row: a form, or what is wrong with it. */
  check(row: Row): Person | Refused
}

type Options = { map?: ColumnMap | undefined; consent?: boolean | undefined }

/** Never throws; `problems` when the file as a whole cannot be understood. */
export function readPeopleFile(
  text: string,
  { map, consent = false }: Options,
): PeopleFile | { problems: FieldError[] } {
  const { rows, open, tooMany } = readRows(text)
  if (tooMany) return refusal('file', `A file may have at most ${MOST_ROWS} rows. Please cut it into several.`)
  const all = open ? [...rows, open] : rows
  if (all.length === 0) return refusal('file', 'There is nothing in this file.')

  const header = findHeader(all, map) ?? (isMapped(map) ? { headings: [], from: 0 } : undefined)
  if (!header) return refusal('file', 'We found no row with headings such as First name, Last name, Email, State.')
  const headings = new Set(header.headings.map(alike))
  const people = all.slice(header.from).filter(({ cells }) => !headings.has(alike(cells)))
  const cells = people.map((row) => row.cells)
  const { columns, constants, problems } = layOut(header.headings, cells, map)
  if (problems.length) return { problems }
  if (!columns.some(({ field }) => field === 'email')) {
    return refusal('email', 'We found no column with e-mail addresses. Please name it in the map.')
  }
  const layout: Layout = { columns, constants, consent }
  if (!consent && !constants.has('consent') && !columns.some(({ field }) => field === 'consent')) {
    return refusal('consent', 'Please state that these people agreed to be stored here, or add a column that says so.')
  }

  const last = lastOfEach(people, layout)
  return {
    columns,
    rows: people,
    check(row) {
      if (row === open) return { row: row.number, errors: [{ path: 'file', message: OPEN }] }
      const later = last.get(keyOf(row, layout) ?? '')
      return later !== undefined && later !== row.number
        ? { row: row.number, errors: [{ path: 'email', message: again(later) }] }
        : checkRow(row, layout)
    },
  }
}

const OPEN = 'A quotation mark begins in this row and never ends, so that neither it nor the rows below can be read.'
const again = (later: number): string =>
  `The same address stands again in row ${later} with the same role; the last one counts.`

const refusal = (path: string, message: string) => ({ problems: [{ path, message }] })
const isMapped = (map: ColumnMap = {}): boolean => [map.email].flat().some((wish) => wish?.startsWith('#'))
const alike = (cells: readonly string[]): string => cells.map((cell) => cell.trim()).join('\n')

/** The number of the last row of each address and role. */
function lastOfEach(rows: readonly Row[], layout: Layout): Map<string, number> {
  const last = new Map<string, number>()
  for (const row of rows) {
    const key = keyOf(row, layout)
    if (key) last.set(key, row.number)
  }
  return last
}

function keyOf({ cells }: Row, { columns, constants }: Layout): string | undefined {
  const said = (field: Field): string => {
    const column = columns.find((each) => each.field === field)
    return (column && tidy(cells[column.index] ?? '')) || (constants.get(field) ?? '')
  }
  const email = said('email')
  return email ? `${roleOf(said('role'))} ${normalAddress(bareAddress(email))}` : undefined
}
