import * as z from 'zod'

/** What organizers did, for those who must answer for it. Never what somebody wrote, nor a name or an address. */

const AUDITED = [
  'event-created',
  'event-edited',
  'event-copied',
  'event-cancelled',
  /** Fewer seats than are taken, on purpose. */
  'seats-overridden',
  'registration-cancelled',
  'export',
  'import',
] as const

export const AuditEntry = z.strictObject({
  at: z.iso.datetime(),
  /** The subject of their token, or the client's id for a script. */
  who: z.string(),
  what: z.enum(AUDITED),
  /** The id of the event or registration that it was done to. */
  subject: z.string(),
  /** Codes, counts and names of fields, e.g. `{ fields: ['startsAt'], capacity: 40 }`. */
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])).default({}),
})
export type AuditEntry = z.output<typeof AuditEntry>
