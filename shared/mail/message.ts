import type { MailFacts, MailKind, Page } from '../domain/mail.ts'
import type { Draft } from './blocks.ts'
import type { Context } from './context.ts'
import * as events from './events.ts'
import { followUp, onBreak } from './follow-up.ts'
import { introduction } from './introduction.ts'
import { alreadyMember, confirm, freshLink, goodbye, welcome } from './joining.ts'
import { layout, type Message } from './layout.ts'
import { leftOut, matchOver, problemReported } from './pairing.ts'

/**
 * The links to sign for each kind of mail. `unsubscribe` stands in a header, not in the mail; what somebody has just
 * asked for carries none, because there is nothing to stop.
 */
export const LINKS_IN: Record<MailKind, readonly Page[]> = {
  confirm: ['confirm'],
  'already-member': ['me', 'unsubscribe'],
  welcome: ['me', 'unsubscribe'],
  link: ['me'],
  introduction: ['match', 'me', 'unsubscribe'],
  'left-out': ['me', 'unsubscribe'],
  reminder: ['match', 'me', 'unsubscribe'],
  'first-contact': ['match', 'me', 'unsubscribe'],
  'first-meeting': ['match', 'me', 'unsubscribe'],
  'fit-check': ['match', 'me', 'unsubscribe'],
  'still-there': ['match', 'me', 'unsubscribe'],
  'on-break': ['me', 'unsubscribe'],
  'match-over': ['me', 'unsubscribe'],
  'problem-reported': [],
  'seat-confirmed': ['registration'],
  'in-line': ['registration'],
  'seat-offered': ['registration'],
  'offer-expired': ['registration'],
  'registration-cancelled': ['registration'],
  'registered-already': ['registration'],
  'event-changed': ['registration'],
  'event-cancelled': [],
  'event-reminder': ['registration'],
  'event-thanks': [],
  goodbye: ['me'],
}

/** The words of a mail, from its facts. Throws when the link that the mail is for is missing. */
export function message(facts: MailFacts, context: Context): Message {
  const me = facts.kind !== 'goodbye' && LINKS_IN[facts.kind].includes('me') ? context.links.me : undefined
  const draft = draftOf(facts, context)
  // A support circle is where people turn who do not feel well.
  const supports = 'event' in facts && facts.event.kind === 'circle'
  return layout(supports ? { ...draft, crisisLine: true } : draft, context.programme, me)
}

function draftOf(facts: MailFacts, context: Context): Draft {
  switch (facts.kind) {
    case 'confirm':
      return confirm(facts, context)
    case 'already-member':
      return alreadyMember(facts, context)
    case 'welcome':
      return welcome(facts, context)
    case 'link':
      return freshLink(facts, context)
    case 'introduction':
      return introduction(facts, context)
    case 'left-out':
      return leftOut(facts, context)
    case 'reminder':
    case 'first-contact':
    case 'first-meeting':
    case 'fit-check':
    case 'still-there':
      return followUp(facts, context)
    case 'on-break':
      return onBreak(context)
    case 'match-over':
      return matchOver(facts, context)
    case 'problem-reported':
      return problemReported(facts, context)
    case 'goodbye':
      return goodbye(facts, context)
    case 'seat-confirmed':
      return events.seatConfirmed(facts, context)
    case 'in-line':
      return events.inLine(facts, context)
    case 'seat-offered':
      return events.seatOffered(facts, context)
    case 'offer-expired':
      return events.offerExpired(facts, context)
    case 'registration-cancelled':
      return events.registrationCancelled(facts, context)
    case 'registered-already':
      return events.registeredAlready(facts, context)
    case 'event-changed':
      return events.eventChanged(facts, context)
    case 'event-cancelled':
      return events.eventCancelled(facts, context)
    case 'event-reminder':
      return events.eventReminder(facts, context)
    case 'event-thanks':
      return events.eventThanks(facts, context)
  }
}
