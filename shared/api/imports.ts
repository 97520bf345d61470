import * as z from 'zod'
import { FIELDS } from '../imports/reading/headings.ts'
import type { Route } from './route.ts'

const flag = (description: string) => z.enum(['0', '1']).optional().describe(description)
const rowNumber = () => z.int().min(1).describe('As a spreadsheet shows it, headings and empty rows counted.')

export const importPeopleRoute = () =>
  ({
    key: 'POST /api/organizer/imports',
    summary: 'Bring a list of people in',
    description:
      'The body is a CSV file, up to 6 MiB: `text/csv` in UTF-8, or any encoding as `application/octet-stream`. New people are `pending` until they confirm; of known ones, what the file says is changed, except the address. Each row is stored whole or not at all, and the same file again changes nothing. With `nextRow` in the answer, send the same file again with `?from=` and that number.',
    for: 'organize',
    takes: {
      query: z.strictObject({
        dryRun: flag('`1`: only tell what would happen.'),
        invite: flag('`1`: ask everybody who has not confirmed yet, and was not asked before, to do so.'),
        consent: flag('`1`: everybody in the file has agreed to be stored. Or a column says so for each.'),
        map: z
          .string()
          .max(8000)
          .optional()
          .describe(
            'What the columns are, where guessing fails, as JSON: `{"email": "Work e-mail", "state": "#F", "role": "=mentor", "about": ""}` names a column by its heading or its letter, a value for all rows, or no column at all.',
          ),
        from: z.coerce.number().int().min(1).optional().describe('Begin at this row.'),
        most: z.coerce.number().int().min(1).max(50_000).optional().describe('Look at so many rows, and no more.'),
      }),
    },
    uploads: ['text/csv', 'application/octet-stream'],
    answers: {
      200: z.strictObject({
        created: z.int(),
        updated: z.int(),
        unchanged: z.int(),
        refused: z.array(
          z.strictObject({
            row: rowNumber(),
            errors: z.array(z.strictObject({ path: z.string(), message: z.string() })),
          }),
        ),
        invited: z.int(),
        changes: z
          .array(z.strictObject({ row: rowNumber(), fields: z.array(z.string()) }))
          .describe('Which fields of people we knew were, or would be, changed.'),
        columns: z
          .array(z.strictObject({ column: z.string(), title: z.string(), field: z.enum(FIELDS).nullable() }))
          .describe('What each column was taken for.'),
        rows: z.int().describe('How many rows with people the whole file has.'),
        nextRow: rowNumber().optional(),
      }),
    },
    refusals: [400, 413],
    example: { query: { dryRun: '1', consent: '1' }, file: 'people.csv' },
  }) satisfies Route
