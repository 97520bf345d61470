import * as z from 'zod'
import { EVENT_KINDS } from './event.ts'
import type { Question } from './follow-up.ts'

/** What each kind of mail needs to know to be written; the words are in `shared/mail`. */

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
  z.strictObject({
    kind: z.literal('goodbye'),
    undoUntil: z.iso.datetime().optional(),
    /** An organizer deleted them. */
    byOrganizer: z.literal(true).optional(),
  }),
])
export type MailFacts = z.output<typeof MailFacts>
export type MailKind = MailFacts['kind']

export const MAIL_KINDS: readonly MailKind[] = MailFacts.options.map(({ shape }) => shape.kind.value)
