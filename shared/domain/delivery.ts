import * as z from 'zod'
import { isToldOnce, Mail, withoutFacts } from './mail.ts'

/** What became of a mail after SES took it, and what follows for its address. */

/** From the weakest news to the strongest: of one and the same sending, the stronger one stays. */
export const DELIVERY_STATUSES = ['delayed', 'delivered', 'returned', 'rejected', 'bounced', 'complained'] as const

/**
 * - `delayed`: SES tries on by itself. - `returned`: a soft bounce, e.g. the mailbox is full. - `rejected`: SES found a
 *   virus. - `bounced`: there is no such mailbox. - `complained`: its reader called it spam.
 */
export const Delivery = z.strictObject({
  mailId: z.string(),
  /** SES's id of the sending that this is about; a mail that is sent again gets another one. */
  messageId: z.string(),
  status: z.enum(DELIVERY_STATUSES),
  at: z.iso.datetime(),
  /** Codes alone, e.g. "Permanent General 5.1.1". What a server says in words often quotes the address. */
  diagnostic: z.string().optional(),
})
export type Delivery = z.output<typeof Delivery>

/** An address that gets no mail until somebody lifts that. */
export const Suppression = z.strictObject({
  hash: z.string(),
  kind: z.enum(['bounce', 'complaint']),
  at: z.iso.datetime(),
})
export type Suppression = z.output<typeof Suppression>

/** Mail that somebody just asked for, with which an address that bounced can show that it works after all. */
const ASKED_FOR: readonly string[] = ['confirm', 'link']
/**
 * Whether this mail must not go there. Anybody can type an address: who called our mail spam gets none at all. Nothing
 * keeps a reported problem from the organizers.
 */
export const isStopped = ({ kind }: Pick<Mail, 'kind'>, suppression: Suppression | undefined): boolean =>
  suppression !== undefined &&
  kind !== 'problem-reported' &&
  (suppression.kind === 'complaint' || !ASKED_FOR.includes(kind))

/** News may come twice and in any order: whether these change what we know. */
export function isNews(news: Delivery, known: Delivery | undefined): boolean {
  if (!known) return true
  if (news.messageId !== known.messageId) return news.at > known.at
  return DELIVERY_STATUSES.indexOf(news.status) > DELIVERY_STATUSES.indexOf(known.status)
}

/** Over without being sent. `why`: a word or two for the delivery log, never an address. */
export const dropped = (mail: Mail, why: string): Mail => ({ ...withoutFacts(mail), status: 'dropped', lastError: why })

/** What a mail needs to be sent again; kept apart from it, and for as long as a bounce may take to come. */
export const Copy = Mail.pick({ to: true, facts: true }).required()

export const keepsCopy = ({ facts, test }: Mail): boolean => !test && !(facts && isToldOnce(facts.kind))

/** SES itself tries for hours before it says that a mail came back; we begin again so often. */
const HOURS_UNTIL_AGAIN = [1, 4, 12]

/** A mail that came back for a reason that passes, to be sent again; undefined when that was tried often enough. */
export function returned(mail: Mail, { to, facts }: z.output<typeof Copy>, now: Date): Mail | undefined {
  const { firstTriedAt: _before, bounces = 0, ...rest } = mail
  const hours = HOURS_UNTIL_AGAIN[bounces]
  if (hours === undefined) return undefined
  const dueAt = new Date(now.getTime() + hours * 3_600_000).toISOString()
  return { ...rest, to, facts, status: 'due', dueAt, bounces: bounces + 1, lastError: 'returned' }
}
