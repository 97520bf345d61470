import type * as z from 'zod'
import { ProfileForm } from '../../domain/profile-form.ts'
import type { FieldError } from '../../errors.ts'
import { READERS, type Reading, type Said } from './cells.ts'
import type { Column } from './columns.ts'
import { FIELDS, type Field } from './headings.ts'
import type { Row } from './rows.ts'
import { tidy } from './words.ts'

/** A row that can be stored. `given` are the fields that it says something about; the others have their defaults. */
export type Person = { row: number; form: ProfileForm; given: readonly string[] }
/** A row that cannot, with what is wrong in words. */
export type Refused = { row: number; errors: FieldError[] }

export type Layout = {
  columns: readonly Column[]
  /** The same for all rows. */
  constants: ReadonlyMap<Field, string>
  /** The organizer states that everybody in the file has agreed. */
  consent: boolean
}

const LONGEST_CELL = 5000
const NOT_AGREED = 'We may only store people who have agreed to it.'
const LOST_LETTERS = 'A letter was lost on the way and shows as \uFFFD. Please save the file as “CSV UTF-8”.'

/** One row as a sign-up form, checked by the same schema as the page. Never throws, and never repeats an address. */
export function checkRow(row: Row, layout: Layout): Person | Refused {
  const readings = new Map(FIELDS.map((field) => [field, readField(field, row, layout)]))
  const errors: FieldError[] = []
  const add = (path: string, message: string, column = columnOf(path, layout)) => {
    const where = column && `Column ${column.letter}${column.title && ` (“${column.title}”)`}: `
    errors.push({ path, message: `${where ?? ''}${message}` })
  }
  for (const [field, { problems }] of readings) {
    for (const { message, column } of problems) add(field === 'name' ? 'lastName' : field, message, column)
  }

  const form = formOf((field) => readings.get(field)?.value, layout)
  const { role } = form
  const parsed = ProfileForm.safeParse({ ...form, role: role ?? 'mentee' }, { reportInput: true })
  const issues = [...(role ? [] : [{ path: ['role'], input: undefined, message: '' }]), ...(parsed.error?.issues ?? [])]
  for (const issue of issues) {
    const path = issue.path.slice(0, 2).filter(isName).join('.')
    if (!errors.some((error) => error.path === path)) add(path, complaint(issue, path, layout))
  }
  if (!parsed.success || errors.length) return { row: row.number, errors: errors.toSorted(inOrderOfForm) }
  return { row: row.number, form: parsed.data, given: Object.keys(form).filter((key) => form[key] !== undefined) }
}

const inOrderOfForm = (one: FieldError, other: FieldError): number =>
  ORDER.indexOf(one.path) - ORDER.indexOf(other.path)
const ORDER: readonly string[] = FIELDS
const isName = (step: PropertyKey): step is string => typeof step === 'string'

function complaint(
  { path, input, message }: Pick<z.core.$ZodIssue, 'path' | 'input' | 'message'>,
  name: string,
  layout: Layout,
) {
  if (path[0] === 'consent') return NOT_AGREED
  if (input !== undefined) return message
  return columnOf(name, layout) ? 'Please fill this in.' : 'There is no column for this.'
}

function columnOf(path: string, { columns }: Layout): Column | undefined {
  const of = (field: string) => columns.find((column) => column.field === field)
  return of(path) ?? (path === 'firstName' || path === 'lastName' ? of('name') : undefined)
}

function readField(field: Field, { cells }: Row, { columns, constants }: Layout): Reading {
  const said: Said[] = columns.flatMap((column) => {
    const text = column.field === field ? tidy(cells[column.index] ?? '') : ''
    return text ? [{ text, column }] : []
  })
  const constant = constants.get(field)
  if (constant) said.push({ text: constant })
  const lost = said.find(({ text }) => text.includes('\uFFFD'))
  if (lost) return { problems: [{ message: LOST_LETTERS, column: lost.column }] }
  const long = said.find(({ text }) => text.length > LONGEST_CELL)
  if (long) return { problems: [{ message: `Please use at most ${LONGEST_CELL} characters.`, column: long.column }] }
  return said.length ? READERS[field](said) : { problems: [] }
}

/** As somebody would send it who signs up; what the row does not say is left out. */
function formOf(value: (field: Field) => unknown, { consent }: Layout): Record<string, unknown> {
  const {
    name,
    'style.structure': structure,
    'style.feedback': feedback,
    'style.pace': pace,
    capacity,
    ...fields
  } = Object.fromEntries(FIELDS.map((field) => [field, value(field)]))
  const style = { structure, feedback, pace }
  return {
    ...(typeof name === 'object' && name),
    ...without(fields),
    ...(Object.values(style).some((step) => step !== undefined) && { style }),
    // A list of mentors and mentees has this column for all.
    ...(fields.role === 'mentor' && capacity !== undefined && { capacity }),
    consent: fields.consent ?? (consent || undefined),
  }
}

const without = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
