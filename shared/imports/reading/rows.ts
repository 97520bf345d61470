import { streamCsvRows } from 'hucre/csv'
import { guessFields } from './headings.ts'

/** A row with something in it. `number` is the one that a spreadsheet shows beside it. */
export type Row = { number: number; cells: readonly string[] }

/** More people than that come in several files. Empty rows do not count. */
export const MOST_ROWS = 50_000
/** A row is cut off behind this: no form has so many questions. */
const MOST_CELLS = 500

const SEPARATORS = [',', ';', '\t', '|'] as const
const ROWS_TO_GUESS_BY = 30
const CHARACTERS_TO_GUESS_BY = 50_000

/** Stands behind the text: a row that swallowed it has a quotation mark that nobody closed. */
const END = '\u0000end of the file'

export type Rows = {
  rows: Row[]
  /** The row whose quotation mark is never closed; it holds the rest of the file. */
  open?: Row | undefined
  /** There are more than `MOST_ROWS`. */
  tooMany: boolean
}

/** The rows of a CSV file with any of the usual separators. Never throws. */
export function readRows(text: string): Rows {
  const separator = /^\uFEFF?sep=([,;:\t|])\r?\n/i.exec(text)?.[1]
  // Excel takes that line for itself and does not show it.
  const table = separator ? text.slice(text.indexOf('\n') + 1) : text
  const rows: Row[] = []
  let last: Row | undefined
  for (const row of filled(`${table}\n${END}`, separator ?? separatorOf(table))) {
    last = row
    if (row.cells.at(-1) === END) return { rows, tooMany: false }
    if (rows.length === MOST_ROWS) return { rows, tooMany: true }
    rows.push(row)
  }
  return { rows: rows.slice(0, -1), open: last, tooMany: false }
}

function* filled(text: string, delimiter: string): Generator<Row> {
  let number = 0
  // Files that spreadsheets may open, ours too, have an apostrophe before what could be a formula.
  for (const cells of streamCsvRows(text, { delimiter, unescapeFormulae: true })) {
    number++
    const texts = cells.slice(0, MOST_CELLS).map(String)
    if (texts.some((cell) => cell.trim() !== '')) yield { number, cells: texts }
  }
}

/** The separator with which most headings make sense; then the one that makes most columns. */
function separatorOf(text: string): string {
  const beginning = text.slice(0, CHARACTERS_TO_GUESS_BY)
  const made = SEPARATORS.map((separator) => {
    let [known, columns] = [0, 0]
    let rows = 0
    for (const { cells } of filled(beginning, separator)) {
      if (++rows > ROWS_TO_GUESS_BY) break
      known = Math.max(known, new Set(cells.flatMap((cell) => guessFields(cell)[0]?.field ?? [])).size)
      columns = Math.max(columns, cells.length)
    }
    return { separator, known, columns }
  })
  const [best] = made.toSorted((one, other) => other.known - one.known || other.columns - one.columns)
  return best?.separator ?? ','
}
