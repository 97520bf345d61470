import * as z from 'zod'
import { EVENT_KINDS } from './event.ts'
import type { Question } from './follow-up.ts'
import type { MailChoice } from './profile.ts'

/**
 * One e-mail to one person, stored before it is sent (the outbox). It keeps facts, not finished text: the words and
 * the signed links are made when it is sent, so that no link is ever at rest. Facts and address are dropped once it is
 * sent.
 */

const partner = z.strictObject({
  firstName: z.string(),
  lastName: z.string(),
  email: z.string(),
  about: z.string().optional(),
  /** Facts in words, e.g. "Hematology, Microbiology · 12 years · works nights · Ohio". */
  headline: z.string(),
})

/** What follows an introduction asks one of the two about the other one. */
const question = <Kind extends Question>(kind: Kind) =>
  z.strictObject({
    kind: z.literal(kind),
    role: z.enum(['mentor', 'mentee']),
    matchId: z.string(),
    partnerFirstName: z.string(),
  })

/** The event as it is when the mail is written; place and link only where the reader has a seat. */
const event = z.strictObject({
  id: z.string(),
  title: z.string(),
  kind: z.enum(EVENT_KINDS),
  timeZone: z.string(),
  startsAt: z.iso.datetime(),
  endsAt: z.iso.datetime(),
  place: z.string().optional(),
  onlineUrl: z.string().optional(),
  sequence: z.int(),
})

/** What is said to somebody who registered for an event. */
const aboutEvent = { registrationId: z.string(), event }

/** What each kind of mail needs to know, beyond the person it goes to. */
export const MailFacts = z.discriminatedUnion('kind', [
  /** Please confirm this address. */
  z.strictObject({ kind: z.literal('confirm'), role: z.enum(['mentor', 'mentee']) }),
  /** Somebody signed up again with an address that has a confirmed profile in this role. */
  z.strictObject({ kind: z.literal('already-member'), role: z.enum(['mentor', 'mentee']) }),
  /** Confirmed: what happens next. `nextRoundAt` is missing when it cannot be told from the schedule. */
  z.strictObject({
    kind: z.literal('welcome'),
    role: z.enum(['mentor', 'mentee']),
    nextRoundAt: z.iso.datetime().optional(),
  }),
  /** The link that somebody asked for. */
  z.strictObject({ kind: z.literal('link'), role: z.enum(['mentor', 'mentee']) }),
  z.strictObject({
    kind: z.literal('introduction'),
    role: z.enum(['mentor', 'mentee']),
    matchId: z.string(),
    partner,
    reasons: z.array(z.string()),
    questions: z.array(z.string()).length(3),
    /** A moment that both are free, shown in the reader's own zone. */
    suggestedAt: z.iso.datetime().optional(),
    partnerTimeZone: z.string(),
  }),
  /** A round found no mentor: why, what would help, when the next one is. */
  z.strictObject({
    kind: z.literal('left-out'),
    why: z.string(),
    help: z.string(),
    nextRoundAt: z.iso.datetime().optional(),
  }),
  question('reminder'),
  question('first-contact'),
  question('first-meeting'),
  question('fit-check'),
  question('still-there'),
  /** A mentor let two mentees wait, and gets a break until they come back. */
  z.strictObject({ kind: z.literal('on-break') }),
  /**
   * The other one declined, or left the programme; `silent`: nobody was heard of for too long, or the mentor was not;
   * `ended`: the other one ended it, and why is between them and us.
   */
  z.strictObject({
    kind: z.literal('match-over'),
    role: z.enum(['mentor', 'mentee']),
    partnerFirstName: z.string(),
    because: z.enum(['declined', 'left', 'silent', 'ended']),
    nextRoundAt: z.iso.datetime().optional(),
  }),
  /** To the organizers: a member is not all right with a match. */
  z.strictObject({
    kind: z.literal('problem-reported'),
    matchId: z.string(),
    reporter: z.strictObject({
      firstName: z.string(),
      lastName: z.string(),
      email: z.string(),
      role: z.enum(['mentor', 'mentee']),
    }),
    note: z.string().optional(),
  }),
  /** Somebody has a seat: at once, from the line, or by accepting an offer. */
  z.strictObject({ kind: z.literal('seat-confirmed'), ...aboutEvent, by: z.enum(['registering', 'line', 'offer']) }),
  z.strictObject({ kind: z.literal('in-line'), ...aboutEvent, position: z.int() }),
  /** A seat is held for the first in line until then. */
  z.strictObject({ kind: z.literal('seat-offered'), ...aboutEvent, until: z.iso.datetime() }),
  z.strictObject({ kind: z.literal('offer-expired'), ...aboutEvent }),
  /** `hadSeat`: their calendar has an entry to take out. */
  z.strictObject({
    kind: z.literal('registration-cancelled'),
    ...aboutEvent,
    by: z.enum(['attendee', 'organizer']),
    hadSeat: z.boolean(),
  }),
  /** Somebody registered again with an address that has a registration: nothing changed, here is the link. */
  z.strictObject({ kind: z.literal('registered-already'), ...aboutEvent }),
  /** Time, place or title is another one now. */
  z.strictObject({ kind: z.literal('event-changed'), ...aboutEvent, hasSeat: z.boolean() }),
  z.strictObject({ kind: z.literal('event-cancelled'), ...aboutEvent, hadSeat: z.boolean() }),
  z.strictObject({ kind: z.literal('event-reminder'), ...aboutEvent, lead: z.enum(['7d', '24h', '1h']) }),
  z.strictObject({ kind: z.literal('event-thanks'), ...aboutEvent, recordingUrl: z.string().optional() }),
  /** Everything about them is deleted; at `undoUntil`, if there is time to think better of it. */
  z.strictObject({ kind: z.literal('goodbye'), undoUntil: z.iso.datetime().optional() }),
])
export type MailFacts = z.output<typeof MailFacts>
export type MailKind = MailFacts['kind']

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

/** What stays of a mail that is over. */
export function withoutFacts(mail: Mail): Mail {
  const { to: _to, facts: _facts, dueAt: _dueAt, ...rest } = mail
  return rest
}
