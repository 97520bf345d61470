import type { Page } from '../domain/mail.ts'
import type { MailFacts, MailKind } from '../domain/mail-facts.ts'
import type { Draft } from './blocks.ts'
import type { Context, FactsOf } from './context.ts'
import * as events from './events.ts'
import { followUp, onBreak } from './follow-up.ts'
import { introduction } from './introduction.ts'
import { alreadyMember, confirm, freshLink, goodbye, welcome } from './joining.ts'
import { layout, type Message } from './layout.ts'
import { leftOut, matchOver, problemReported } from './pairing.ts'

/**
 * For each kind of mail its words, and the links to sign for it. `unsubscribe` stands in a header, not in the mail; what
 * somebody has just asked for carries none, because there is nothing to stop.
 */
const MAILS: {
  [Kind in MailKind]: { words: (facts: FactsOf<Kind>, context: Context) => Draft; links: readonly Page[] }
} = {
  confirm: { words: confirm, links: ['confirm'] },
  'already-member': { words: alreadyMember, links: ['me', 'unsubscribe'] },
  welcome: { words: welcome, links: ['me', 'unsubscribe'] },
  link: { words: freshLink, links: ['me'] },
  introduction: { words: introduction, links: ['match', 'me', 'unsubscribe'] },
  'left-out': { words: leftOut, links: ['me', 'unsubscribe'] },
  reminder: { words: followUp, links: ['match', 'me', 'unsubscribe'] },
  'first-contact': { words: followUp, links: ['match', 'me', 'unsubscribe'] },
  'first-meeting': { words: followUp, links: ['match', 'me', 'unsubscribe'] },
  'fit-check': { words: followUp, links: ['match', 'me', 'unsubscribe'] },
  'still-there': { words: followUp, links: ['match', 'me', 'unsubscribe'] },
  'on-break': { words: onBreak, links: ['me', 'unsubscribe'] },
  'match-over': { words: matchOver, links: ['me', 'unsubscribe'] },
  'problem-reported': { words: problemReported, links: [] },
  'seat-confirmed': { words: events.seatConfirmed, links: ['registration'] },
  'in-line': { words: events.inLine, links: ['registration'] },
  'seat-offered': { words: events.seatOffered, links: ['registration'] },
  'offer-expired': { words: events.offerExpired, links: ['registration'] },
  'registration-cancelled': { words: events.registrationCancelled, links: ['registration'] },
  'registered-already': { words: events.registeredAlready, links: ['registration'] },
  'event-changed': { words: events.eventChanged, links: ['registration'] },
  'event-cancelled': { words: events.eventCancelled, links: [] },
  'event-reminder': { words: events.eventReminder, links: ['registration'] },
  'event-thanks': { words: events.eventThanks, links: [] },
  goodbye: { words: goodbye, links: ['me'] },
}

export const linksIn = (kind: MailKind): readonly Page[] => MAILS[kind].links

/** The words of a mail, from its facts. Throws when the link that the mail is for is missing. */
export function message(facts: MailFacts, context: Context): Message {
  const me = facts.kind !== 'goodbye' && linksIn(facts.kind).includes('me') ? context.links.me : undefined
  const draft = draftOf(facts.kind, facts, context)
  // A support circle is where people turn who do not feel well.
  const supports = 'event' in facts && facts.event.kind === 'circle'
  return layout(supports ? { ...draft, crisisLine: true } : draft, context.programme, me)
}

const draftOf = <Kind extends MailKind>(kind: Kind, facts: FactsOf<Kind>, context: Context): Draft =>
  MAILS[kind].words(facts, context)
