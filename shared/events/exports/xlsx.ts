import { writeXlsxStream } from 'hucre/xlsx'
import type { Cell, Sheet } from './sheet.ts'

const HEADING = { font: { name: 'Calibri', size: 11, bold: true } }
const TIME = { numFmt: 'yyyy-mm-dd hh:mm:ss' }
const STYLES = { text: { numFmt: '@' }, number: undefined, utc: TIME, wall: TIME }

/** What XML 1.0 cannot hold, not even escaped; halves of surrogate pairs among them. */
const ILLEGAL = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu
/** Excel reads `_x0041_` as the letter A, and `_x005F_` as the underline that it begins with. */
const LOOKS_ESCAPED = /_(?=x[0-9a-f]{4}_)/gi

/**
 * A workbook of one sheet, its bold headings frozen. Text cells have the format of text, so that a telephone number
 * stays one when somebody edits it, and there is no cell of any kind that could hold a formula.
 */
export function xlsxOf<Row>(sheet: Sheet<Row>, rows: AsyncIterable<Row>): AsyncIterable<Uint8Array> {
  let inBody = false
  // The writer has one style a column, and looks it up for every row: the first row's is that of headings.
  const columns = sheet.columns.map(({ width, shows }) => ({
    width,
    get style() {
      return inBody ? STYLES[shows] : HEADING
    },
  }))
  async function* lines() {
    yield sheet.columns.map(({ heading }) => legal(heading))
    inBody = true
    for await (const row of rows) yield sheet.cells(row).map(cellOf)
  }
  return writeXlsxStream(lines(), { name: 'Attendees', columns, freezePane: { rows: 1 } })
}

const cellOf = (cell: Cell) => (typeof cell === 'string' ? legal(cell) : (cell ?? null))

const legal = (text: string): string => text.replace(ILLEGAL, '\uFFFD').replace(LOOKS_ESCAPED, '_x005F_')
