import type { Page } from '../domain/mail.ts'
import type { MailFacts, MailKind } from '../domain/mail-facts.ts'
import type { Draft } from './blocks.ts'
import type { Context, FactsOf } from './context.ts'
import * as events from './events.ts'
import * as followUps from './follow-up.ts'
import { introduction } from './introduction.ts'
import { alreadyMember, confirm, freshLink, goodbye, welcome } from './joining.ts'
import { layout, type Message } from './layout.ts'
import { leftOut, matchOver, problemReported } from './pairing.ts'
import type { Words } from './words/define.ts'
import * as eventWords from './words/events.ts'
import * as followUpWords from './words/follow-up.ts'
import { INTRODUCTION } from './words/introduction.ts'
import * as joiningWords from './words/joining.ts'
import * as pairingWords from './words/pairing.ts'
import * as seatWords from './words/seats.ts'

/**
 * For each kind of mail who writes it in which words, and the links to sign for it. `unsubscribe` stands in a header, not in the mail; what
 * somebody has just asked for carries none, because there is nothing to stop.
 */
const MAILS: {
  [Kind in MailKind]: {
    write: (facts: FactsOf<Kind>, context: Context) => Draft
    words: Words
    links: readonly Page[]
  }
} = {
  confirm: { write: confirm, words: joiningWords.CONFIRM, links: ['confirm'] },
  'already-member': { write: alreadyMember, words: joiningWords.ALREADY_MEMBER, links: ['me', 'unsubscribe'] },
  welcome: { write: welcome, words: joiningWords.WELCOME, links: ['me', 'unsubscribe'] },
  link: { write: freshLink, words: joiningWords.LINK, links: ['me'] },
  introduction: { write: introduction, words: INTRODUCTION, links: ['match', 'me', 'unsubscribe'] },
  'left-out': { write: leftOut, words: pairingWords.LEFT_OUT, links: ['me', 'unsubscribe'] },
  reminder: { write: followUps.reminder, words: followUpWords.REMINDER, links: ['match', 'me', 'unsubscribe'] },
  'first-contact': {
    write: followUps.firstContact,
    words: followUpWords.FIRST_CONTACT,
    links: ['match', 'me', 'unsubscribe'],
  },
  'first-meeting': {
    write: followUps.firstMeeting,
    words: followUpWords.FIRST_MEETING,
    links: ['match', 'me', 'unsubscribe'],
  },
  'fit-check': { write: followUps.fitCheck, words: followUpWords.FIT_CHECK, links: ['match', 'me', 'unsubscribe'] },
  'still-there': {
    write: followUps.stillThere,
    words: followUpWords.STILL_THERE,
    links: ['match', 'me', 'unsubscribe'],
  },
  'on-break': { write: followUps.onBreak, words: followUpWords.ON_BREAK, links: ['me', 'unsubscribe'] },
  'match-over': { write: matchOver, words: pairingWords.MATCH_OVER, links: ['me', 'unsubscribe'] },
  'problem-reported': { write: problemReported, words: pairingWords.PROBLEM_REPORTED, links: [] },
  'seat-confirmed': { write: events.seatConfirmed, words: seatWords.SEAT_CONFIRMED, links: ['registration'] },
  'in-line': { write: events.inLine, words: seatWords.IN_LINE, links: ['registration'] },
  'seat-offered': { write: events.seatOffered, words: seatWords.SEAT_OFFERED, links: ['registration'] },
  'offer-expired': { write: events.offerExpired, words: seatWords.OFFER_EXPIRED, links: ['registration'] },
  'registration-cancelled': {
    write: events.registrationCancelled,
    words: seatWords.REGISTRATION_CANCELLED,
    links: ['registration'],
  },
  'registered-already': {
    write: events.registeredAlready,
    words: seatWords.REGISTERED_ALREADY,
    links: ['registration'],
  },
  'event-changed': { write: events.eventChanged, words: eventWords.EVENT_CHANGED, links: ['registration'] },
  'event-cancelled': { write: events.eventCancelled, words: eventWords.EVENT_CANCELLED, links: [] },
  'event-reminder': { write: events.eventReminder, words: eventWords.EVENT_REMINDER, links: ['registration'] },
  'event-thanks': { write: events.eventThanks, words: eventWords.EVENT_THANKS, links: [] },
  goodbye: { write: goodbye, words: joiningWords.GOODBYE, links: ['me'] },
}

export const wordsOf = (kind: MailKind): Words => MAILS[kind].words

export const linksIn = (kind: MailKind): readonly Page[] => MAILS[kind].links

/** The words of a mail, from its facts. Throws when the link that the mail is for is missing. */
export function message(facts: MailFacts, context: Context): Message {
  const me = facts.kind !== 'goodbye' && linksIn(facts.kind).includes('me') ? context.links.me : undefined
  const draft = draftOf(facts.kind, facts, context)
  // A support circle is where people turn who do not feel well.
  const supports = 'event' in facts && facts.event.kind === 'circle'
  const { isTest, programme } = context
  return layout(
    {
      ...draft,
      ...(supports && { crisisLine: true }),
      // Nobody's calendar needs an event that is made up.
      ...(isTest && { why: whyTest(programme), invitation: undefined }),
    },
    programme,
    me,
  )
}

const whyTest = ({ name }: Context['programme']): string =>
  `An organizer of ${name} sent you this to look at: what it tells is made up.`

const draftOf = <Kind extends MailKind>(kind: Kind, facts: FactsOf<Kind>, context: Context): Draft =>
  MAILS[kind].write(facts, context)
