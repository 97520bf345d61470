import { partsOf } from '../domain/registration.ts'
import { type Block, bullets, button, code, type Draft, link, note, paragraph, title } from './blocks.ts'
import { type Context, type FactsOf, linkTo } from './context.ts'
import { greeting } from './phrases.ts'
import { elsewhere, moment, until } from './times.ts'
import { type Say, saying } from './words/define.ts'
import { EVENT_CANCELLED, EVENT_CHANGED, EVENT_REMINDER, EVENT_THANKS } from './words/events.ts'
import type { AT_THE_DOOR, PLACE, WHEN_AND_WHERE } from './words/parts.ts'
import {
  IN_LINE,
  OFFER_EXPIRED,
  REGISTERED_ALREADY,
  REGISTRATION_CANCELLED,
  SEAT_CONFIRMED,
  SEAT_OFFERED,
} from './words/seats.ts'

/** A seat at an event: had, waited for, offered, given back. Times are the event's own, and the reader's where they differ. */

type About = FactsOf<'in-line'>['event']

export function seatConfirmed({ registrationId, event, by }: FactsOf<'seat-confirmed'>, context: Context): Draft {
  const say = saying(SEAT_CONFIRMED, context, fieldsOf(event, context))
  return {
    subject: say('subject'),
    preheader: say('preheader'),
    invitation: entry('REQUEST', registrationId, event),
    blocks: [
      title(say('title')),
      paragraph(say(HOW[by])),
      whenAndWhere(event, context, say),
      button(say(event.onlineUrl ? 'joinButton' : 'button'), linkTo('registration', context.links)),
      paragraph(say(by === 'line' ? 'notAsked' : 'cannotCome')),
      ...atTheDoor(registrationId, event, say),
    ],
    why: why(event, context),
  }
}

const HOW = { registering: 'registered', line: 'fromLine', offer: 'accepted' } as const

export function inLine({ event, position }: FactsOf<'in-line'>, context: Context): Draft {
  const say = saying(IN_LINE, context, { ...fieldsOf(event, context), position: String(position) })
  return {
    subject: say('subject'),
    preheader: say('preheader'),
    blocks: [
      title(say('title')),
      paragraph(say('opening')),
      when(event, context, say),
      button(say('button'), linkTo('registration', context.links)),
      note(say('note')),
    ],
    why: why(event, context),
  }
}

export function seatOffered({ event, until: end }: FactsOf<'seat-offered'>, context: Context): Draft {
  const say = saying(SEAT_OFFERED, context, { ...fieldsOf(event, context), until: moment(end, context.to.timeZone) })
  return {
    subject: say('subject'),
    preheader: say('preheader'),
    blocks: [
      title(say('title')),
      paragraph(say('opening')),
      when(event, context, say),
      button(say('button'), linkTo('registration', context.links)),
      note(say('note')),
    ],
    why: why(event, context),
  }
}

export function offerExpired({ event }: FactsOf<'offer-expired'>, context: Context): Draft {
  const say = saying(OFFER_EXPIRED, context, fieldsOf(event, context))
  return {
    subject: say('subject'),
    preheader: say('preheader'),
    blocks: [
      title(say('title')),
      paragraph(say('opening')),
      paragraph(say('again')),
      button(say('button'), linkTo('registration', context.links)),
    ],
    why: why(event, context),
  }
}

export function registrationCancelled(
  { registrationId, event, by, hadSeat }: FactsOf<'registration-cancelled'>,
  context: Context,
): Draft {
  const say = saying(REGISTRATION_CANCELLED, context, fieldsOf(event, context))
  const theirs = by === 'attendee'
  return {
    subject: say('subject'),
    preheader: say(theirs ? 'preheader' : 'preheaderByOrganizer'),
    invitation: hadSeat ? entry('CANCEL', registrationId, event) : undefined,
    blocks: [
      title(say('title')),
      paragraph(say(theirs ? 'opening' : 'openingByOrganizer')),
      ...(hadSeat ? [note(say('calendar'))] : []),
      ...(theirs ? [link(say('link'), linkTo('registration', context.links))] : []),
    ],
    why: why(event, context),
  }
}

export function registeredAlready({ event }: FactsOf<'registered-already'>, context: Context): Draft {
  const say = saying(REGISTERED_ALREADY, context, fieldsOf(event, context))
  return {
    subject: say('subject'),
    preheader: say('preheader'),
    blocks: [
      title(say('title')),
      paragraph(say('opening')),
      button(say('button'), linkTo('registration', context.links)),
      note(say('notYou')),
    ],
    why: why(event, context),
  }
}

export function eventChanged({ registrationId, event, hasSeat }: FactsOf<'event-changed'>, context: Context): Draft {
  const say = saying(EVENT_CHANGED, context, fieldsOf(event, context))
  return {
    subject: say('subject'),
    preheader: say('preheader'),
    invitation: hasSeat ? entry('REQUEST', registrationId, event) : undefined,
    blocks: [
      title(say('title')),
      paragraph(say('opening')),
      whenAndWhere(event, context, say),
      ...(hasSeat ? [note(say('calendar'))] : []),
      button(say('button'), linkTo('registration', context.links)),
      paragraph(say('cannotCome')),
    ],
    why: why(event, context),
  }
}

export function eventCancelled(
  { registrationId, event, hadSeat }: FactsOf<'event-cancelled'>,
  context: Context,
): Draft {
  const say = saying(EVENT_CANCELLED, context, fieldsOf(event, context))
  return {
    subject: say('subject'),
    preheader: say('preheader'),
    invitation: hadSeat ? entry('CANCEL', registrationId, event) : undefined,
    blocks: [title(say('title')), paragraph(say('opening')), ...(hadSeat ? [note(say('calendar'))] : [])],
    why: why(event, context),
  }
}

const LEAD = {
  '7d': { subject: 'subjectInAWeek', opening: 'inAWeek' },
  '24h': { subject: 'subjectTomorrow', opening: 'tomorrow' },
  '1h': { subject: 'subjectSoon', opening: 'soon' },
} as const

export function eventReminder({ registrationId, event, lead }: FactsOf<'event-reminder'>, context: Context): Draft {
  const say = saying(EVENT_REMINDER, context, fieldsOf(event, context))
  return {
    subject: say(LEAD[lead].subject),
    preheader: say('preheader'),
    blocks: [
      title(say('title')),
      paragraph(say(LEAD[lead].opening)),
      whenAndWhere(event, context, say),
      button(say(event.onlineUrl ? 'joinButton' : 'button'), linkTo('registration', context.links)),
      note(say('cannotCome')),
      ...(lead === '7d' ? [] : atTheDoor(registrationId, event, say)),
    ],
    why: why(event, context),
  }
}

export function eventThanks({ event, recordingUrl }: FactsOf<'event-thanks'>, context: Context): Draft {
  const say = saying(EVENT_THANKS, context, fieldsOf(event, context))
  return {
    subject: say('subject'),
    preheader: say(recordingUrl ? 'preheaderRecording' : 'preheader'),
    blocks: [
      title(say('title')),
      paragraph(say('opening')),
      ...(recordingUrl ? [button(say('button'), recordingUrl)] : []),
      paragraph(say('ask')),
    ],
    why: why(event, context),
  }
}

/** One entry for each registration: two people may share a mailbox, and so a calendar. */
function entry(method: 'REQUEST' | 'CANCEL', registrationId: string, event: About) {
  const { eventId, number } = partsOf(registrationId) ?? { eventId: event.id, number: 0 }
  return { method, event, seat: `${eventId}.${number}` }
}

/** Nobody stands at the door of an online event. */
const atTheDoor = (registrationId: string, { place }: About, say: Say<typeof AT_THE_DOOR>): Block[] =>
  place ? [code(say('atTheDoor'), registrationId)] : []

const fieldsOf = ({ title, startsAt, endsAt, timeZone }: About, { to }: Context) => ({
  greeting: greeting(to),
  event: title,
  start: moment(startsAt, timeZone),
  end: until(startsAt, endsAt, timeZone),
})

const when = (event: About, context: Context, say: Say<typeof WHEN_AND_WHERE>): Block =>
  bullets(times(event, context, say))

const whenAndWhere = (event: About, context: Context, say: Say<typeof WHEN_AND_WHERE & typeof PLACE>): Block =>
  bullets([
    ...times(event, context, say),
    ...(event.place ? [say('where', { place: event.place })] : []),
    ...(event.onlineUrl ? [say('online')] : []),
  ])

function times({ startsAt, timeZone }: About, { to }: Context, say: Say<typeof WHEN_AND_WHERE>): string[] {
  const yourStart = elsewhere(startsAt, timeZone, to.timeZone)
  return [say('when'), ...(yourStart ? [say('onYourClock', { yourStart })] : [])]
}

const why = ({ title }: About, { programme }: Context): string =>
  `You get this mail because somebody registered this address for “${title}” with ${programme.name}.`
