import { defineWords } from './define.ts'
import { AT_THE_DOOR, EVENT, JOIN, PLACE, SEE_REGISTRATION, WHEN_AND_WHERE } from './parts.ts'

/** What becomes of an event that somebody registered for. */

export const EVENT_CHANGED = defineWords({
  name: 'An event has changed',
  when: 'Organizers change the time, place or title of an event.',
  fields: EVENT,
  phrases: {
    subject: { label: 'Subject', text: 'Please note the change: {event}' },
    preheader: { label: 'Beside the subject in an inbox', text: 'Now {start}.' },
    title: { label: 'Title', text: 'The event has changed' },
    opening: {
      label: 'First sentence',
      text: '{greeting} the organizers changed “{event}”. This is how it stands now:',
    },
    ...WHEN_AND_WHERE,
    ...PLACE,
    calendar: { label: 'About the calendar', text: 'The attached entry updates your calendar.' },
    ...SEE_REGISTRATION,
    cannotCome: {
      label: 'If it does not suit them',
      text: 'If that does not suit you any more, please give your place back on that page.',
    },
  },
})

export const EVENT_CANCELLED = defineWords({
  name: 'An event is cancelled',
  when: 'Organizers cancel an event.',
  fields: EVENT,
  phrases: {
    subject: { label: 'Subject', text: 'Cancelled: {event}' },
    preheader: { label: 'Beside the subject in an inbox', text: 'It does not take place on {start}.' },
    title: { label: 'Title', text: 'The event is cancelled' },
    opening: {
      label: 'First paragraph',
      text: '{greeting} “{event}” on {start} does not take place. We are sorry. There is nothing you need to do.',
    },
    calendar: { label: 'About the calendar', text: 'The attached entry takes it out of your calendar.' },
  },
})

export const EVENT_REMINDER = defineWords({
  name: 'Reminder of an event',
  when: 'A week, a day and an hour before an event.',
  fields: EVENT,
  phrases: {
    subjectInAWeek: { label: 'Subject, a week before', text: 'In a week: {event}' },
    subjectTomorrow: { label: 'Subject, a day before', text: 'Tomorrow: {event}' },
    subjectSoon: { label: 'Subject, an hour before', text: 'Starts soon: {event}' },
    preheader: { label: 'Beside the subject in an inbox', text: '{start}' },
    title: { label: 'Title', text: '{event}' },
    inAWeek: {
      label: 'First sentence, a week before',
      text: '{greeting} “{event}” is in a week, and you have a seat.',
    },
    tomorrow: {
      label: 'First sentence, a day before',
      text: '{greeting} “{event}” is tomorrow, and you have a seat.',
    },
    soon: {
      label: 'First sentence, an hour before',
      text: '{greeting} “{event}” is in an hour, and you have a seat.',
    },
    ...WHEN_AND_WHERE,
    ...PLACE,
    ...JOIN,
    cannotCome: {
      label: 'If they cannot come',
      text: 'Cannot come? Please give the seat back on that page: others may be waiting for it.',
    },
    ...AT_THE_DOOR,
  },
})

export const EVENT_THANKS = defineWords({
  name: 'Thank you for coming',
  when: 'An hour after an event, or in the morning: to those who came.',
  fields: EVENT,
  phrases: {
    subject: { label: 'Subject', text: 'Thank you for coming: {event}' },
    preheader: { label: 'Beside the subject in an inbox', text: 'It was good to have you there.' },
    preheaderRecording: {
      label: 'Beside the subject in an inbox, with a recording',
      text: 'The recording is there.',
    },
    title: { label: 'Title', text: 'Thank you for coming' },
    opening: { label: 'First sentence', text: '{greeting} it was good to have you at “{event}”.' },
    button: { label: 'Button, with a recording', text: 'Watch the recording' },
    ask: {
      label: 'Last paragraph',
      text: 'What did you like, and what should be different next time? Just reply to this mail.',
    },
  },
})
