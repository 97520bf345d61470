import type { Recipient } from '../domain/mail.ts'
import { partsOf } from '../domain/registration.ts'
import { type Block, bullets, button, code, type Draft, link, note, paragraph, title } from './blocks.ts'
import { type Context, type FactsOf, linkTo } from './context.ts'
import { greeting } from './phrases.ts'
import { elsewhere, moment, until } from './times.ts'

/** A seat at an event: had, waited for, offered, given back. Times are the event's own, and the reader's where they differ. */

type About = FactsOf<'in-line'>['event']

export const seatConfirmed = (
  { registrationId, event, by }: FactsOf<'seat-confirmed'>,
  { to, programme, links }: Context,
): Draft => ({
  subject: `You have a seat: ${event.title}`,
  preheader: `${moment(event.startsAt, event.timeZone)}. The entry for your calendar is attached.`,
  invitation: entry('REQUEST', registrationId, event),
  blocks: [
    title('You have a seat'),
    paragraph(`${greeting(to)} ${HOW[by]} “${event.title}”.`),
    ...whenAndWhere(event, to),
    button(event.onlineUrl ? 'Join, or see my registration' : 'See my registration', linkTo('registration', links)),
    paragraph(
      by === 'line'
        ? 'You were next in line, and it starts so soon that we did not ask first. If you cannot come, one tap on that page gives the seat to whoever is next.'
        : 'If you cannot come after all, please give the seat back on that page: others may be waiting for it.',
    ),
    ...atTheDoor(registrationId, event),
  ],
  why: why(event, programme.name),
})

const HOW = {
  registering: 'you are registered for',
  line: 'a seat became free, and it is yours:',
  offer: 'thank you, the seat is yours:',
}

export const inLine = ({ event, position }: FactsOf<'in-line'>, { to, programme, links }: Context): Draft => ({
  subject: `You are in line: ${event.title}`,
  preheader: `All seats are taken. You are number ${position} in line.`,
  blocks: [
    title('You are in line'),
    paragraph(
      `${greeting(to)} all seats of “${event.title}” are taken. You are number ${position} in line. As soon as a seat is free for you, we write to you.`,
    ),
    ...whenAndWhere(event, to),
    button('See my place in line', linkTo('registration', links)),
    note('You can leave the line on that page.'),
  ],
  why: why(event, programme.name),
})

export const seatOffered = (
  { event, until: end }: FactsOf<'seat-offered'>,
  { to, programme, links }: Context,
): Draft => ({
  subject: `A seat is free for you: ${event.title}`,
  preheader: `It is held for you until ${moment(end, to.timeZone)}.`,
  blocks: [
    title('A seat is free for you'),
    paragraph(
      `${greeting(to)} you are next in line for “${event.title}”. We hold the seat for you until ${moment(end, to.timeZone)}.`,
    ),
    ...whenAndWhere(event, to),
    button('Take the seat, or pass it on', linkTo('registration', links)),
    note('Without an answer by then, the seat goes to the next in line.'),
  ],
  why: why(event, programme.name),
})

export const offerExpired = ({ event }: FactsOf<'offer-expired'>, { to, programme, links }: Context): Draft => ({
  subject: `The seat went on: ${event.title}`,
  preheader: 'We heard nothing, so it was offered to the next in line.',
  blocks: [
    title('The seat went to the next in line'),
    paragraph(
      `${greeting(to)} we held a seat at “${event.title}” for you and heard nothing, so the next in line has it now.`,
    ),
    paragraph('Would you still like to come? You can join the line again:'),
    button('Open my registration', linkTo('registration', links)),
  ],
  why: why(event, programme.name),
})

export const registrationCancelled = (
  { registrationId, event, by, hadSeat }: FactsOf<'registration-cancelled'>,
  { to, programme, links }: Context,
): Draft => ({
  subject: `Your registration is cancelled: ${event.title}`,
  preheader: by === 'attendee' ? 'As you asked.' : 'An organizer cancelled it.',
  invitation: hadSeat ? entry('CANCEL', registrationId, event) : undefined,
  blocks: [
    title('Your registration is cancelled'),
    paragraph(
      by === 'attendee'
        ? `${greeting(to)} as you asked, you are no longer registered for “${event.title}”. Thank you for telling us.`
        : `${greeting(to)} an organizer cancelled your registration for “${event.title}”. Is that a mistake? Please reply to this mail.`,
    ),
    ...(hadSeat ? [note('The attached entry takes the event out of your calendar.')] : []),
    ...(by === 'attendee' ? [link('Changed your mind? Register again', linkTo('registration', links))] : []),
  ],
  why: why(event, programme.name),
})

export const registeredAlready = (
  { event }: FactsOf<'registered-already'>,
  { to, programme, links }: Context,
): Draft => ({
  subject: `You are already registered: ${event.title}`,
  preheader: 'Nothing was changed. Here is the link to your registration.',
  blocks: [
    title('You are already registered'),
    paragraph(
      `${greeting(to)} somebody, probably you, registered for “${event.title}” with this address. It has a registration already, so we changed nothing.`,
    ),
    button('See my registration', linkTo('registration', links)),
    note('If it was not you, ignore this mail.'),
  ],
  why: why(event, programme.name),
})

export const eventChanged = (
  { registrationId, event, hasSeat }: FactsOf<'event-changed'>,
  { to, programme, links }: Context,
): Draft => ({
  subject: `Please note the change: ${event.title}`,
  preheader: `Now ${moment(event.startsAt, event.timeZone)}.`,
  invitation: hasSeat ? entry('REQUEST', registrationId, event) : undefined,
  blocks: [
    title('The event has changed'),
    paragraph(`${greeting(to)} the organizers changed “${event.title}”. This is how it stands now:`),
    ...whenAndWhere(event, to),
    ...(hasSeat ? [note('The attached entry updates your calendar.')] : []),
    button('See my registration', linkTo('registration', links)),
    paragraph('If that does not suit you any more, please give your place back on that page.'),
  ],
  why: why(event, programme.name),
})

export const eventCancelled = (
  { registrationId, event, hadSeat }: FactsOf<'event-cancelled'>,
  { to, programme }: Context,
): Draft => ({
  subject: `Cancelled: ${event.title}`,
  preheader: `It does not take place on ${moment(event.startsAt, event.timeZone)}.`,
  invitation: hadSeat ? entry('CANCEL', registrationId, event) : undefined,
  blocks: [
    title('The event is cancelled'),
    paragraph(
      `${greeting(to)} “${event.title}” on ${moment(event.startsAt, event.timeZone)} does not take place. We are sorry. There is nothing you need to do.`,
    ),
    ...(hadSeat ? [note('The attached entry takes it out of your calendar.')] : []),
  ],
  why: why(event, programme.name),
})

const SOON = { '7d': 'in a week', '24h': 'tomorrow', '1h': 'in an hour' }

export const eventReminder = (
  { registrationId, event, lead }: FactsOf<'event-reminder'>,
  { to, programme, links }: Context,
): Draft => ({
  subject: `${lead === '1h' ? 'Starts soon' : lead === '24h' ? 'Tomorrow' : 'In a week'}: ${event.title}`,
  preheader: moment(event.startsAt, event.timeZone),
  blocks: [
    title(event.title),
    paragraph(`${greeting(to)} “${event.title}” is ${SOON[lead]}, and you have a seat.`),
    ...whenAndWhere(event, to),
    button(event.onlineUrl ? 'Join, or see my registration' : 'See my registration', linkTo('registration', links)),
    note('Cannot come? Please give the seat back on that page: others may be waiting for it.'),
    ...(lead === '7d' ? [] : atTheDoor(registrationId, event)),
  ],
  why: why(event, programme.name),
})

export const eventThanks = ({ event, recordingUrl }: FactsOf<'event-thanks'>, { to, programme }: Context): Draft => ({
  subject: `Thank you for coming: ${event.title}`,
  preheader: recordingUrl ? 'The recording is there.' : 'It was good to have you there.',
  blocks: [
    title('Thank you for coming'),
    paragraph(`${greeting(to)} it was good to have you at “${event.title}”.`),
    ...(recordingUrl ? [button('Watch the recording', recordingUrl)] : []),
    paragraph('What did you like, and what should be different next time? Just reply to this mail.'),
  ],
  why: why(event, programme.name),
})

/** One entry for each registration: two people may share a mailbox, and so a calendar. */
function entry(method: 'REQUEST' | 'CANCEL', registrationId: string, event: About) {
  const { eventId, number } = partsOf(registrationId) ?? { eventId: event.id, number: 0 }
  return { method, event, seat: `${eventId}.${number}` }
}

/** Nobody stands at the door of an online event. */
const atTheDoor = (registrationId: string, { place }: About): Block[] =>
  place ? [code('At the door, show this code, or say your name.', registrationId)] : []

function whenAndWhere({ startsAt, endsAt, timeZone, place, onlineUrl }: About, to: Recipient): Block[] {
  const yours = elsewhere(startsAt, timeZone, to.timeZone)
  return [
    bullets([
      `When: ${moment(startsAt, timeZone)}, until ${until(startsAt, endsAt, timeZone)}`,
      ...(yours ? [`On your clock: ${yours}`] : []),
      ...(place ? [`Where: ${place}`] : []),
      ...(onlineUrl ? ['Where: online. The button below lets you in, from 15 minutes before the start.'] : []),
    ]),
  ]
}

const why = ({ title }: About, programme: string): string =>
  `You get this mail because somebody registered this address for “${title}” with ${programme}.`
