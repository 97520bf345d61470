import * as z from 'zod'
import { DELIVERY_STATUSES } from '../../../shared/domain/delivery.ts'
import { MAIL_STATUSES } from '../../../shared/domain/mail.ts'

/** What the API says of mail, as far as these pages read it. */

export const MAIL_STATES = [...MAIL_STATUSES, ...DELIVERY_STATUSES]

export const LogEntry = z.object({
  mailId: z.string(),
  kind: z.string().optional(),
  profileId: z.string().optional(),
  eventId: z.string().optional(),
  person: z.object({ firstName: z.string(), lastName: z.string() }).optional(),
  status: z.enum(MAIL_STATUSES),
  attempts: z.number().optional(),
  createdAt: z.string().optional(),
  dueAt: z.string().optional(),
  sentAt: z.string().optional(),
  lastError: z.string().optional(),
  delivery: z
    .object({ status: z.enum(DELIVERY_STATUSES), at: z.string(), diagnostic: z.string().optional() })
    .optional(),
})
export type LogEntry = z.output<typeof LogEntry>

/** A mail was taken up to be sent again. */
export const SentAgain = z.object({ mailId: z.string() })

const Kind = z.object({ kind: z.string(), name: z.string(), when: z.string(), edited: z.boolean() })
export type Kind = z.output<typeof Kind>
export const Kinds = z.object({ items: z.array(Kind) })

const Phrase = z.object({
  id: z.string(),
  label: z.string(),
  original: z.string(),
  text: z.string().optional(),
  fields: z.array(z.object({ name: z.string(), example: z.string() })),
})
export type Phrase = z.output<typeof Phrase>

export const Words = z.object({
  kind: z.string(),
  name: z.string(),
  when: z.string(),
  version: z.number(),
  phrases: z.array(Phrase),
})
export type Words = z.output<typeof Words>

export const Written = z.object({
  examples: z.array(
    z.object({ name: z.string(), subject: z.string(), preheader: z.string(), html: z.string(), text: z.string() }),
  ),
})
export const Queued = z.object({ status: z.string() })
