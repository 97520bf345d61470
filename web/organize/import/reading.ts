import type { Person, Refused } from '../../../shared/imports/reading/check.ts'
import { type Column, type ColumnMap, layOut } from '../../../shared/imports/reading/columns.ts'
import { findHeader } from '../../../shared/imports/reading/header.ts'
import type { Field } from '../../../shared/imports/reading/headings.ts'
import { readPeopleFile } from '../../../shared/imports/reading/people-file.ts'
import { type Row, readRows } from '../../../shared/imports/reading/rows.ts'

/** A list as the page shows it before anything is sent, read by what reads it on the server. */
export type Reading = {
  columns: { letter: string; title: string; field: Field | undefined; samples: string[] }[]
  /** Why the file as a whole cannot be understood yet; then there are no rows. */
  problems: Refused['errors']
  rows: number
  refused: Refused[]
  /** The first rows that are right, as they will be stored. */
  first: Person[]
}

/** `consent`: everybody in the list has agreed. Without such a column, that is asked for later. */
export type Wish = { map?: ColumnMap | undefined; consent: boolean }

const MOST_SAMPLES = 3
const FIRST_ROWS = 5
const LONGEST_SAMPLE = 80

/** Pure, and slow with thousands of rows: see `reader-worker.ts`. */
export function readingOf(text: string, { map, consent }: Wish): Reading {
  const read = readPeopleFile(text, { map, consent: true })
  if ('problems' in read) return { ...notRead(text, map), problems: read.problems }
  const strict = !consent && read.columns.some(({ field }) => field === 'consent')
  const again = strict ? readPeopleFile(text, { map, consent }) : read
  const file = 'problems' in again ? read : again
  const checked = file.rows.map(file.check)
  return {
    columns: withSamples(file.columns, file.rows),
    problems: [],
    rows: file.rows.length,
    refused: checked.filter((row) => 'errors' in row),
    first: checked.filter((row) => 'form' in row).slice(0, FIRST_ROWS),
  }
}

/** The columns all the same, so that somebody can say what they are. */
function notRead(text: string, map: ColumnMap | undefined): Omit<Reading, 'problems'> {
  const { rows } = readRows(text)
  const { headings, from } = findHeader(rows, map) ?? { headings: [], from: 0 }
  const people = rows.slice(from)
  const { columns } = layOut(
    headings,
    people.map(({ cells }) => cells),
    map,
  )
  return { columns: withSamples(columns, people), rows: 0, refused: [], first: [] }
}

const withSamples = (columns: readonly Column[], rows: readonly Row[]) =>
  columns.map(({ index, letter, title, field }) => ({ letter, title, field, samples: samplesOf(index, rows) }))

function samplesOf(index: number, rows: readonly Row[]): string[] {
  const found = new Set<string>()
  for (const { cells } of rows) {
    const cell = cells[index]?.trim()
    if (cell) found.add(cell.length > LONGEST_SAMPLE ? `${cell.slice(0, LONGEST_SAMPLE)}…` : cell)
    if (found.size === MOST_SAMPLES) break
  }
  return [...found]
}
