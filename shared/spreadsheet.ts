import { stringify } from 'csv-stringify/sync'
import { Problem } from './errors.ts'
import { inert } from './events/exports/inert.ts'
import type { Response } from './http.ts'

/** An answer of a function may have 6 MB, in which a quote or the end of a line counts double. */
export const MOST_BYTES = 5_800_000

type Row = Readonly<Record<string, unknown>>

/**
 * Rows as a CSV file (RFC 4180). A cell that begins like a formula stays text in a spreadsheet; Excel knows UTF-8 by the
 * byte order mark. Throws `tooLarge` when an answer cannot hold it.
 */
export function spreadsheet(
  rows: readonly Row[],
  { name, columns, tooLarge }: { name: string; columns: readonly string[]; tooLarge: Problem },
): Response & { body: string } {
  const body = stringify([...rows], {
    header: true,
    bom: true,
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/,
    cast: { string: inert },
    columns: [...columns],
  })
  if (Buffer.byteLength(JSON.stringify(body)) > MOST_BYTES) throw tooLarge
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': `attachment; filename="${name}"`,
  }
  return { body, headers }
}

/** `detail`: how to ask for less. */
export const tooLargeAFile = (detail: string) => new Problem(413, 'Too large', detail)
