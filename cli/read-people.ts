import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'
import { parse } from 'csv-parse'
import * as z from 'zod'
import { MOST_ROUNDS_WAITED, ROLES, TimeZone, Traits } from '../shared/domain/profile.ts'
import type { Person } from '../shared/matching/person.ts'

/** Bad input: where, and what. */
export class InputError extends Error {}

const text = z.string().optional()

/** A sign-up body, of which matching needs the traits alone, and how somebody stands in the programme. */
const Entry = Traits.extend({
  timeZone: TimeZone.optional(),
  role: z.enum(ROLES),
  id: z.string().min(1).optional(),
  firstName: text,
  lastName: text,
  email: text,
  about: text,
  consent: z.boolean().optional(),
  capacity: z.int().min(0).max(5).optional(),
  roundsWaited: z.int().min(0).max(MOST_ROUNDS_WAITED).optional(),
  past: z.array(z.string()).optional(),
  blocked: z.array(z.string()).optional(),
  pin: z.string().optional(),
})

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
const SCALES = ['structure', 'feedback', 'pace']

/**
 * People from NDJSON or, when the name ends in .csv, from CSV with the same names (lists joined by `;`, style as
 * `structure`, `feedback`, `pace`). Reads a line at a time. Who has no id is known by role and address, or by the line.
 *
 * Throws an InputError that names the line and the field.
 */
export async function* readPeople(file: string): AsyncGenerator<{ person: Person; line: number }> {
  for await (const { line, entry } of file.toLowerCase().endsWith('.csv') ? csvLines(file) : jsonLines(file)) {
    const parsed = Entry.safeParse(entry)
    if (!parsed.success) {
      const [issue] = parsed.error.issues
      const field = issue?.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue?.path.join('.')
      throw new InputError(`line ${line}: ${field || 'the line'}: ${issue?.message}`)
    }
    const { firstName, lastName, about, consent, ...person } = parsed.data
    const known = person.email ? `${person.role}:${person.email.trim().toLowerCase()}` : `line-${line}`
    yield { line, person: { ...person, id: person.id ?? known } }
  }
}

async function* jsonLines(file: string) {
  let line = 0
  for await (const content of createInterface({ input: createReadStream(file), crlfDelay: Number.POSITIVE_INFINITY })) {
    line++
    if (content.trim() === '') continue
    yield { line, entry: jsonOf(content, line) }
  }
}

function jsonOf(content: string, line: number): unknown {
  try {
    return JSON.parse(content)
  } catch {
    throw new InputError(`line ${line}: the line: not JSON`)
  }
}

const Row = z.object({ info: z.object({ lines: z.int() }), record: z.record(z.string(), z.string()) })

async function* csvLines(file: string) {
  const rows = createReadStream(file).pipe(
    parse({ columns: true, bom: true, info: true, skip_empty_lines: true, trim: true }),
  )
  try {
    for await (const row of rows) {
      const { info, record } = Row.parse(row)
      yield { line: info.lines, entry: entryOf(record) }
    }
  } catch (error) {
    if (error instanceof Error && 'lines' in error)
      throw new InputError(`line ${error.lines}: the line: ${error.message}`)
    throw error
  }
}

/** Cells as the values that a body has; an empty cell is left out. */
function entryOf(record: Record<string, string>): Record<string, unknown> {
  const cells = Object.entries(record).filter(([, cell]) => cell !== '')
  const style = cells.filter(([name]) => SCALES.includes(name)).map(([name, cell]) => [name, Number(cell)])
  const rest = cells.filter(([name]) => !SCALES.includes(name)).map(([name, cell]) => [name, cellValue(name, cell)])
  return { ...Object.fromEntries(rest), ...(style.length > 0 && { style: Object.fromEntries(style) }) }
}

function cellValue(name: string, cell: string): unknown {
  if (LISTS.has(name)) return cell.split(';').map((entry) => entry.trim())
  if (NUMBERS.has(name)) return Number(cell)
  return SWITCHES.has(name) ? ({ true: true, false: false }[cell.toLowerCase()] ?? cell) : cell
}
