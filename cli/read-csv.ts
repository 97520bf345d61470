import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import * as z from 'zod'
import { InputError } from './input-error.ts'

const LISTS = new Set([
  'departments',
  'topics',
  'credentials',
  'availability',
  'meeting',
  'languages',
  'past',
  'blocked',
])
const NUMBERS = new Set(['yearsOfExperience', 'capacity', 'roundsWaited'])
const SWITCHES = new Set(['avoidSameEmployer', 'consent'])
const SCALES = new Set(['structure', 'feedback', 'pace'])
/** A quote that is never closed must not swallow the file. */
const LONGEST_ROW = 2 ** 20

const Row = z.object({ info: z.object({ lines: z.int() }), record: z.record(z.string(), z.string()) })

/** Whether a file of that name holds, or is to hold, CSV. */
export const isCsv = (file: string): boolean => /\.csv$/i.test(file)

/**
 * Entries from CSV with the names of a sign-up body as its first line: lists are joined by `;`, style is `structure`,
 * `feedback` and `pace`, an empty cell is an answer left out. `names` are the columns there may be.
 */
export async function* csvEntries(text: AsyncIterable<string>, names: ReadonlySet<string>) {
  const options = { info: true, skip_empty_lines: true, trim: true, max_record_size: LONGEST_ROW }
  const rows = parse({ ...options, columns: (header: string[]) => checked(header, names) })
  pipeline(Readable.from(text), rows, () => undefined)
  try {
    for await (const row of rows) {
      const { info, record } = Row.parse(row)
      yield { line: info.lines, entry: entryOf(record) }
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new InputError(`line ${'lines' in error ? error.lines : '?'}: the line: ${error.message}`)
  }
}

function checked(header: string[], names: ReadonlySet<string>): string[] {
  header.forEach((name, n) => {
    if (!names.has(name) && !SCALES.has(name))
      throw new InputError(`line 1: ${name || 'a column'}: no field of that name`)
    if (header.indexOf(name) < n) throw new InputError(`line 1: ${name}: the column is there twice`)
  })
  return header
}

function entryOf(record: Record<string, string>): Record<string, unknown> {
  const entry: Record<string, unknown> = {}
  const style: Record<string, number> = {}
  for (const [name, cell] of Object.entries(record)) {
    if (cell === '') continue
    if (SCALES.has(name)) style[name] = Number(cell)
    else entry[name] = cellValue(name, cell)
  }
  return Object.keys(style).length > 0 ? { ...entry, style } : entry
}

function cellValue(name: string, cell: string): unknown {
  if (LISTS.has(name))
    return cell
      .split(';')
      .map((one) => one.trim())
      .filter((one) => one !== '')
  if (NUMBERS.has(name)) return Number(cell)
  return SWITCHES.has(name) ? ({ true: true, false: false }[cell.toLowerCase()] ?? cell) : cell
}
