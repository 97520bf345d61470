import * as z from 'zod'

/** What organizers did, for those who must answer for it. Never what a member wrote, nor their name or address. */

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
  'profile-edited',
  'profile-deleted',
  'link-sent',
  'note-added',
  'note-removed',
  'round-started',
  'round-published',
  'round-discarded',
  'match-taken-out',
  'match-ended',
  'mail-sent-again',
  'test-mail-sent',
  'words-edited',
  'settings-edited',
] as const

export const AuditEntry = z.strictObject({
  at: z.iso.datetime(),
  /** See `whoseToken`: their address, or the client's id for a script. */
  who: z.string(),
  what: z.enum(AUDITED),
  /** The id of what it was done to: an event, a profile, a round, a kind of mail. */
  subject: z.string(),
  /** Codes, counts and names of fields, e.g. `{ fields: ['startsAt'], capacity: 40 }`. */
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())])).default({}),
})
export type AuditEntry = z.output<typeof AuditEntry>
