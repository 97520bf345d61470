import * as z from 'zod'

/** `POST /api/organizer/imports`, as far as the page reads it. */
export const Imported = z.object({
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  invited: z.number(),
  refused: z.array(z.object({ row: z.number(), errors: z.array(z.object({ path: z.string(), message: z.string() })) })),
  changes: z.array(z.object({ row: z.number(), fields: z.array(z.string()) })),
  nextRow: z.number().optional(),
})
export type Imported = z.output<typeof Imported>
