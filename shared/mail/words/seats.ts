import { defineWords } from './define.ts'
import { AT_THE_DOOR, EVENT, JOIN, PLACE, SEE_REGISTRATION, WHEN_AND_WHERE } from './parts.ts'

/** A seat at an event: had, waited for, offered, given back. */

export const SEAT_CONFIRMED = defineWords({
  name: 'You have a seat',
  when: 'Somebody has a seat at an event: at once, from the line, or by taking an offer.',
  fields: EVENT,
  phrases: {
    subject: { label: 'Subject', text: 'You have a seat: {event}' },
    preheader: {
      label: 'Beside the subject in an inbox',
      text: '{start}. The entry for your calendar is attached.',
    },
    title: { label: 'Title', text: 'You have a seat' },
    registered: { label: 'First sentence, at once', text: '{greeting} you are registered for “{event}”.' },
    fromLine: {
      label: 'First sentence, from the line',
      text: '{greeting} a seat became free, and it is yours: “{event}”.',
    },
    accepted: {
      label: 'First sentence, when they took an offer',
      text: '{greeting} thank you, the seat is yours: “{event}”.',
    },
    ...WHEN_AND_WHERE,
    ...PLACE,
    ...JOIN,
    cannotCome: {
      label: 'If they cannot come',
      text: 'If you cannot come after all, please give the seat back on that page: others may be waiting for it.',
    },
    notAsked: {
      label: 'If they cannot come, from the line',
      text: 'You were next in line, and it starts so soon that we did not ask first. If you cannot come, one tap on that page gives the seat to whoever is next.',
    },
    ...AT_THE_DOOR,
  },
})

export const IN_LINE = defineWords({
  name: 'You are in line',
  when: 'Somebody registered for an event that is full.',
  fields: { ...EVENT, position: '3' },
  phrases: {
    subject: { label: 'Subject', text: 'You are in line: {event}' },
    preheader: {
      label: 'Beside the subject in an inbox',
      text: 'All seats are taken. You are number {position} in line.',
    },
    title: { label: 'Title', text: 'You are in line' },
    opening: {
      label: 'First paragraph',
      text: '{greeting} all seats of “{event}” are taken. You are number {position} in line. As soon as a seat is free for you, we write to you.',
    },
    ...WHEN_AND_WHERE,
    button: { label: 'Button', text: 'See my place in line' },
    note: { label: 'Small print', text: 'You can leave the line on that page.' },
  },
})

export const SEAT_OFFERED = defineWords({
  name: 'A seat is free for you',
  when: 'The next in line is asked whether they want a seat.',
  fields: { ...EVENT, until: 'Tuesday, December 8, 9:00 AM Central Standard Time' },
  phrases: {
    subject: { label: 'Subject', text: 'A seat is free for you: {event}' },
    preheader: { label: 'Beside the subject in an inbox', text: 'It is held for you until {until}.' },
    title: { label: 'Title', text: 'A seat is free for you' },
    opening: {
      label: 'First paragraph',
      text: '{greeting} you are next in line for “{event}”. We hold the seat for you until {until}.',
    },
    ...WHEN_AND_WHERE,
    button: { label: 'Button', text: 'Take the seat, or pass it on' },
    note: { label: 'Small print', text: 'Without an answer by then, the seat goes to the next in line.' },
  },
})

export const OFFER_EXPIRED = defineWords({
  name: 'The seat went on',
  when: 'Somebody did not say in time whether they want a seat.',
  fields: EVENT,
  phrases: {
    subject: { label: 'Subject', text: 'The seat went on: {event}' },
    preheader: {
      label: 'Beside the subject in an inbox',
      text: 'We heard nothing, so it was offered to the next in line.',
    },
    title: { label: 'Title', text: 'The seat went to the next in line' },
    opening: {
      label: 'First paragraph',
      text: '{greeting} we held a seat at “{event}” for you and heard nothing, so the next in line has it now.',
    },
    again: { label: 'Before the button', text: 'Would you still like to come? You can join the line again:' },
    button: { label: 'Button', text: 'Open my registration' },
  },
})

export const REGISTRATION_CANCELLED = defineWords({
  name: 'A registration is cancelled',
  when: 'Somebody, or an organizer, cancelled a registration.',
  fields: EVENT,
  phrases: {
    subject: { label: 'Subject', text: 'Your registration is cancelled: {event}' },
    preheader: { label: 'Beside the subject in an inbox, when they did it', text: 'As you asked.' },
    preheaderByOrganizer: {
      label: 'Beside the subject in an inbox, when an organizer did it',
      text: 'An organizer cancelled it.',
    },
    title: { label: 'Title', text: 'Your registration is cancelled' },
    opening: {
      label: 'First paragraph, when they did it',
      text: '{greeting} as you asked, you are no longer registered for “{event}”. Thank you for telling us.',
    },
    openingByOrganizer: {
      label: 'First paragraph, when an organizer did it',
      text: '{greeting} an organizer cancelled your registration for “{event}”. Is that a mistake? Please reply to this mail.',
    },
    calendar: { label: 'About the calendar', text: 'The attached entry takes the event out of your calendar.' },
    link: { label: 'Link', text: 'Changed your mind? Register again' },
  },
})

export const REGISTERED_ALREADY = defineWords({
  name: 'Already registered',
  when: 'Somebody registered again for the same event.',
  fields: EVENT,
  phrases: {
    subject: { label: 'Subject', text: 'You are already registered: {event}' },
    preheader: {
      label: 'Beside the subject in an inbox',
      text: 'Nothing was changed. Here is the link to your registration.',
    },
    title: { label: 'Title', text: 'You are already registered' },
    opening: {
      label: 'First paragraph',
      text: '{greeting} somebody, probably you, registered for “{event}” with this address. It has a registration already, so we changed nothing.',
    },
    ...SEE_REGISTRATION,
    notYou: { label: 'If it was somebody else', text: 'If it was not you, ignore this mail.' },
  },
})
