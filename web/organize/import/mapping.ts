import type { ColumnMap } from '../../../shared/imports/reading/columns.ts'
import { FIELDS, type Field, LISTS } from '../../../shared/imports/reading/headings.ts'

/** What each column is, by its place, and what is said for everybody. */
export type Mapping = {
  columns: readonly { letter: string; field: Field | undefined }[]
  constants: Partial<Record<Field, string>>
}

/** Without these no row can be stored; mentors need `capacity` too. */
const NEEDED: readonly Field[] = [
  'email',
  'firstName',
  'lastName',
  'role',
  'state',
  'setting',
  'departments',
  'yearsOfExperience',
  'shift',
  'topics',
  'availability',
  'meeting',
]

/**
 * The map for the API. It names every field, those too that are nowhere, so that nothing is guessed again: what was
 * shown is what happens.
 */
export function columnMapOf({ columns, constants }: Mapping): ColumnMap {
  const map: ColumnMap = {}
  for (const field of FIELDS) {
    const letters = columns.filter((column) => column.field === field).map(({ letter }) => `#${letter}`)
    const constant = constants[field]
    map[field] = letters.length > 1 ? letters : (letters[0] ?? (constant ? `=${constant}` : ''))
  }
  return map
}

/** A column is something else now. What can stand in one column alone is taken from the one that had it. */
export function withColumn(mapping: Mapping, letter: string, field: Field | undefined): Mapping {
  const moves = field !== undefined && !LISTS.has(field)
  const columns = mapping.columns.map((column) => {
    if (column.letter === letter) return { letter, field }
    return moves && column.field === field ? { letter: column.letter, field: undefined } : column
  })
  return { ...mapping, columns }
}

export const withConstant = (mapping: Mapping, field: Field, value: string): Mapping => ({
  ...mapping,
  constants: { ...mapping.constants, [field]: value || undefined },
})

/** What every row needs, and no column has. */
export function missingIn({ columns, constants }: Mapping): Field[] {
  const has = (field: Field) => columns.some((column) => column.field === field)
  const named = has('name')
  const mentors = has('role') || constants.role === 'mentor'
  const needed: readonly Field[] = mentors ? [...NEEDED, 'capacity'] : NEEDED
  return needed.filter((field) => !has(field) && !(named && (field === 'firstName' || field === 'lastName')))
}
