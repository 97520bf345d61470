import * as z from 'zod'
import { TimeZone } from '../shared/domain/fields.ts'
import { MOST_ROUNDS_WAITED, Traits } from '../shared/domain/profile.ts'
import { ROLES } from '../shared/domain/profile-form.ts'
import type { Person } from '../shared/matching/person.ts'
import { firstIssue, InputError } from './input-error.ts'
import { keepOnce } from './keep-once.ts'
import { csvEntries, isCsv } from './read-csv.ts'
import { wholeLines } from './whole-lines.ts'

const text = z.string().optional()

/** A sign-up body, of which matching needs the traits alone, and how somebody stands in the programme. */
const Entry = Traits.extend({
  timeZone: z.string().refine(remembered(TimeZone), 'Please use a time zone such as America/Chicago.').optional(),
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
const NAMES: ReadonlySet<string> = new Set(Object.keys(Entry.shape))

/** Somebody, and the line on which they stand. */
type Read = { person: Person; line: number }

/**
 * People from NDJSON or, when the name ends in .csv, from CSV with the same names. Reads a few hundred lines at a time.
 * Who has no id is known by role and address, or by the line. `watch` hears how many bytes were read.
 *
 * Throws an InputError that names the line and the field.
 */
export async function* readPeople(file: string, watch?: (bytes: number) => void): AsyncGenerator<Read> {
  const text = wholeLines(file, watch)
  const once = keepOnce()
  for await (const { line, entry } of isCsv(file) ? csvEntries(text, NAMES) : jsonEntries(text)) {
    const parsed = Entry.safeParse(entry)
    if (!parsed.success) throw new InputError(`line ${line}: ${firstIssue(parsed.error, 'the line')}`)
    const { data } = parsed
    if (data.pin !== undefined && data.role === 'mentor')
      throw new InputError(`line ${line}: pin: only a mentee has one`)
    const known = data.email ? `${data.role}:${data.email.trim().toLowerCase()}` : `line-${line}`
    yield { line, person: once({ ...data, id: data.id ?? known }) }
  }
}

async function* jsonEntries(text: AsyncIterable<string>) {
  let line = 0
  for await (const piece of text) {
    const lines = piece.split('\n')
    if (lines.at(-1) === '') lines.pop()
    for (const content of lines) {
      line++
      if (content.trim() !== '') yield { line, entry: jsonOf(content, line) }
    }
  }
}

function jsonOf(content: string, line: number): unknown {
  try {
    return JSON.parse(content)
  } catch {
    throw new InputError(`line ${line}: the line: not JSON`)
  }
}

/** Looking up a time zone is slow, and there are few. */
function remembered(schema: z.ZodType): (value: string) => boolean {
  const known = new Map<string, boolean>()
  return (value) => {
    const valid = known.get(value) ?? schema.safeParse(value).success
    known.set(value, valid)
    return valid
  }
}
