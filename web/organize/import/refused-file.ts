import { writeCsv } from 'hucre/csv'
import type { ColumnMap } from '../../../shared/imports/reading/columns.ts'
import { findHeader } from '../../../shared/imports/reading/header.ts'
import { readRows } from '../../../shared/imports/reading/rows.ts'

/** Why each refused row is refused, by its number. */
export type Whys = ReadonlyMap<number, string>

/**
 * The refused rows as a file to correct and bring again: the columns and headings of the original, and behind them why.
 * With the mark by which Excel knows UTF-8. What a spreadsheet could take for a formula is made harmless; reading the
 * file undoes that.
 */
export function refusedFile(text: string, map: ColumnMap | undefined, whys: Whys): string {
  const { rows, open } = readRows(text)
  const all = open ? [...rows, open] : rows
  const headings = findHeader(all, map)?.headings ?? []
  const refused = all.filter(({ number }) => whys.has(number))
  const width = [...headings, ...refused.map(({ cells }) => cells)].reduce((most, row) => Math.max(most, row.length), 0)
  const line = (cells: readonly string[], last: string) => [
    ...Array.from({ length: width }, (_, n) => cells[n] ?? ''),
    last,
  ]
  return writeCsv(
    [
      ...headings.map((cells, n) => line(cells, n === 0 ? 'Why' : '')),
      ...refused.map(({ number, cells }) => line(cells, whys.get(number) ?? '')),
    ],
    { bom: true, escapeFormulae: true },
  )
}
