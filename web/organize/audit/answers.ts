import * as z from 'zod'

/** `GET /api/organizer/audit`. Deeds that the page does not know yet are shown as they are. */
export const Entry = z.object({
  at: z.string(),
  who: z.string(),
  what: z.string(),
  subject: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])).default({}),
})
export type Entry = z.output<typeof Entry>

export const Page = z.object({ items: z.array(Entry), nextCursor: z.string().optional() })
