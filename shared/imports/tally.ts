import type { FieldError } from '../errors.ts'
import type { Refused } from './reading/check.ts'
import type { Taken } from './take-in.ts'

/** An answer has room for 6 MB, and must be read by somebody. */
const MOST_CHARACTERS = 3_000_000

/** What became of the rows so far, as the answer says it. */
export function tally() {
  const counts = { created: 0, updated: 0, unchanged: 0 }
  const refused: { row: number; errors: FieldError[] }[] = []
  const changes: { row: number; fields: string[] }[] = []
  let invited = 0
  let characters = 0

  return {
    add(rows: readonly (Taken | Refused)[]): void {
      for (const row of rows.toSorted((one, other) => one.row - other.row)) {
        characters += JSON.stringify(row).length
        if ('errors' in row) {
          refused.push({ row: row.row, errors: row.errors })
          continue
        }
        counts[row.outcome]++
        if (row.invited) invited++
        if (row.fields.length) changes.push({ row: row.row, fields: row.fields })
      }
    },
    isLong: () => characters > MOST_CHARACTERS,
    sums: () => ({ ...counts, refused: refused.length, invited }),
    answer: () => ({ ...counts, refused, invited, changes }),
  }
}
