import { pipeline, Readable } from 'node:stream'
import { stringify } from 'csv-stringify'
import { inert } from './inert.ts'
import type { Cell, Sheet } from './sheet.ts'
import { wallText } from './wall-clock.ts'

/** RFC 4180, with the byte order mark by which Excel knows UTF-8. Moments are `2027-01-12T19:00:00.000Z`. */
export function csvOf<Row>(sheet: Sheet<Row>, rows: AsyncIterable<Row>): AsyncIterable<Uint8Array> {
  const text = (cell: Cell, n: number): string =>
    cell instanceof Date
      ? sheet.columns[n]?.shows === 'utc'
        ? cell.toISOString()
        : wallText(cell)
      : inert(String(cell ?? ''))
  async function* lines() {
    yield sheet.columns.map(({ heading }) => heading)
    for await (const row of rows) yield sheet.cells(row).map(text)
  }
  // By itself the writer puts what has both ends of a line in quotes, and not what has one.
  const writer = stringify({ bom: true, record_delimiter: 'windows', quoted_match: /[\r\n]/ })
  // A failure of one end is one of the other, and is thrown where this is read.
  return pipeline(Readable.from(lines()), writer, () => undefined)
}
