import * as z from 'zod'
import { MailFacts, type MailKind } from './mail-facts.ts'
import type { MailChoice } from './profile.ts'
import { EditedPhrases } from './words.ts'

/**
 * One e-mail to one person, stored before it is sent (the outbox). It keeps facts, not finished text: the words and
 * the signed links are made when it is sent, so that no link is ever at rest. Facts and address are dropped once it is
 * sent.
 */

/** Which of the mails that people can do without each kind is; what is not here comes as long as they take part. */
export const CHOICE_OF: Partial<Record<MailKind, MailChoice>> = {
  'left-out': 'left-out',
  reminder: 'reminders',
  'first-contact': 'follow-ups',
  'first-meeting': 'follow-ups',
  'fit-check': 'follow-ups',
  'still-there': 'follow-ups',
}

const Recipient = z.strictObject({ email: z.string(), firstName: z.string(), timeZone: z.string() })
export type Recipient = z.output<typeof Recipient>

/**
 * - `due`: to be sent at `dueAt` (again). - `sending`: claimed until `dueAt`; due again if the sender died.
 * - `failed`: given up. - `dropped`: nobody wanted it any more, or its address takes no mail.
 */
export const MAIL_STATUSES = ['due', 'sending', 'sent', 'failed', 'dropped'] as const

export const Mail = z.strictObject({
  /** Says what causes it, e.g. `introduction#<matchId>#mentor`: written twice it is still one mail. */
  id: z.string(),
  kind: z.string(),
  /** The profile, or registration, it goes to; links in it are made for this one and `linkVersion`. */
  profileId: z.string(),
  linkVersion: z.int(),
  status: z.enum(MAIL_STATUSES),
  to: Recipient.optional(),
  facts: MailFacts.optional(),
  /** An example that an organizer sends to look at, in these words; its links are nobody's. */
  test: z.strictObject({ words: EditedPhrases }).optional(),
  createdAt: z.iso.datetime(),
  /** When to send, or to try again; none when it is over. */
  dueAt: z.iso.datetime().optional(),
  attempts: z.int(),
  firstTriedAt: z.iso.datetime().optional(),
  /** How often SES refused the mail itself. */
  refusals: z.int().optional(),
  /** How often it came back for a reason that passes, such as a full mailbox. */
  bounces: z.int().optional(),
  version: z.int(),
  /** Why it failed, or what went wrong last: an error's name, never an address. */
  lastError: z.string().optional(),
  sentAt: z.iso.datetime().optional(),
  /** SES's id of the accepted message. */
  messageId: z.string().optional(),
})
export type Mail = z.output<typeof Mail>

/** The pages that a link in a mail can open. */
export const PAGES = ['confirm', 'me', 'match', 'registration', 'unsubscribe'] as const
export type Page = (typeof PAGES)[number]

/** How long a sender may hold a mail before another one takes it over. Longer than any attempt lasts. */
const CLAIM_SECONDS = 30
const MINUTE = 60_000
/** A mail is given up when it was tried for so long without success, or refused for what it is so often. */
const GIVE_UP_AFTER = 24 * 60 * MINUTE
const MOST_REFUSALS = 4

export const isDue = (mail: Mail, now: Date): boolean => mail.dueAt !== undefined && mail.dueAt <= now.toISOString()

/** Held by one sender; should that one die, it is due again when the claim runs out. */
export const claimed = (mail: Mail, now: Date): Mail => ({
  ...mail,
  status: 'sending',
  dueAt: new Date(now.getTime() + CLAIM_SECONDS * 1000).toISOString(),
  attempts: mail.attempts + 1,
  firstTriedAt: mail.firstTriedAt ?? now.toISOString(),
})

/** Over, and without what was personal in it. */
export const sent = (mail: Mail, messageId: string, now: Date): Mail => ({
  ...withoutFacts(mail),
  status: 'sent',
  sentAt: now.toISOString(),
  messageId,
})

/**
 * Tried again after 1, 2, 4 … minutes, at most an hour apart; given up a day after the first try.
 * `refused`: for what it is, so that trying for a day would be of no use.
 */
export function notSent(mail: Mail, lastError: string, refused: boolean, now: Date): Mail {
  const tried = { ...mail, lastError, ...(refused && { refusals: (mail.refusals ?? 0) + 1 }) }
  const triedFor = now.getTime() - Date.parse(mail.firstTriedAt ?? mail.createdAt)
  if ((tried.refusals ?? 0) >= MOST_REFUSALS || triedFor > GIVE_UP_AFTER) {
    return { ...withoutFacts(tried), status: 'failed' }
  }
  const wait = Math.min(60, 2 ** (mail.attempts - 1)) * MINUTE
  return { ...tried, status: 'due', dueAt: new Date(now.getTime() + wait).toISOString() }
}

export const isOver = ({ status }: Pick<Mail, 'status'>): boolean =>
  status === 'sent' || status === 'failed' || status === 'dropped'

/**
 * What they say is kept nowhere once they are over: nothing of whoever left may stay behind, and a problem is kept with
 * its match.
 */
const TOLD_ONCE: readonly string[] = ['match-over', 'problem-reported', 'goodbye'] satisfies MailKind[]
export const isToldOnce = (kind: string): boolean => TOLD_ONCE.includes(kind)

/**
 * Why a mail cannot go out again, as far as it tells by itself, in the delivery log too; undefined where it is worth
 * trying. What has become of its reader, their address and the matter since, only the try tells.
 */
export function notAgain(
  id: string,
  { kind, status }: Pick<Mail, 'status'> & Partial<Pick<Mail, 'kind'>>,
): 'test' | 'not-kept' | 'on-its-way' | undefined {
  if (id.startsWith('test#')) return 'test'
  if (!isOver({ status })) return 'on-its-way'
  return kind === undefined || isToldOnce(kind) ? 'not-kept' : undefined
}

/** More often, somebody had better look into it. */
const MOST_AGAIN = 9

/** The ids of a mail that goes out again, the first time first: each comes once, whoever asks for it. */
export const againIds = ({ id }: Pick<Mail, 'id'>): string[] =>
  Array.from({ length: MOST_AGAIN }, (_, n) => `${id.replace(/#again-\d+$/, '')}#again-${n + 1}`)

/** At once, since somebody asked for it. */
export const sentAgain = ({ kind, profileId, linkVersion, to, facts }: Mail, id: string, now: Date): Mail => ({
  id,
  kind,
  profileId,
  linkVersion,
  to,
  facts,
  status: 'due',
  createdAt: now.toISOString(),
  dueAt: now.toISOString(),
  attempts: 0,
  version: 1,
})

/** What stays of a mail that is over. */
export function withoutFacts(mail: Mail): Mail {
  const { to: _to, facts: _facts, test: _test, dueAt: _dueAt, ...rest } = mail
  return rest
}
