import { defineWords, type Phrase } from './define.ts'
import { GREETING } from './parts.ts'

const FIELDS = { ...GREETING, partnerFirstName: 'Sam', yourRole: 'mentee' }

const ANSWER = {
  button: { label: 'Button', text: 'Answer with one tap' },
} as const satisfies Record<string, Phrase>

const PRIVATE = {
  note: { label: 'Small print', text: 'Whatever you answer stays between you and the organizers.' },
} as const satisfies Record<string, Phrase>

export const REMINDER = defineWords({
  name: 'Reminder of an introduction',
  when: 'Three days after an introduction, when neither has answered it.',
  fields: FIELDS,
  phrases: {
    subject: { label: 'Subject', text: 'Have you seen that we introduced you to {partnerFirstName}?' },
    preheader: { label: 'Beside the subject in an inbox', text: 'Two lines are enough to begin.' },
    title: { label: 'Title', text: 'You and {partnerFirstName}: a friendly reminder' },
    opening: {
      label: 'First paragraph',
      text: '{greeting} a few days ago we introduced you to {partnerFirstName}. Busy days at the bench happen, so in case it slipped by: here it is again.',
    },
    moreForMentee: {
      label: 'Second paragraph, for a mentee',
      text: 'Two lines to {partnerFirstName} are enough: say hello, and propose a time. The page below has the address and a time that suits you both.',
    },
    moreForMentor: {
      label: 'Second paragraph, for a mentor',
      text: 'A short hello makes it easier for {partnerFirstName} to ask. The page below has the address and a time that suits you both.',
    },
    button: { label: 'Button', text: 'See the introduction, or say how it goes' },
    note: {
      label: 'Small print',
      text: 'Does it not fit, or is now a bad time? The same page lets you say so, kindly and with one tap.',
    },
  },
})

export const FIRST_CONTACT = defineWords({
  name: 'Are you in touch?',
  when: 'A week after an introduction.',
  fields: FIELDS,
  phrases: {
    subject: { label: 'Subject', text: 'Are you and {partnerFirstName} in touch?' },
    preheader: {
      label: 'Beside the subject in an inbox',
      text: 'One tap: yes, not yet, or there is a problem.',
    },
    title: { label: 'Title', text: 'Are you and {partnerFirstName} in touch?' },
    opening: {
      label: 'First paragraph',
      text: '{greeting} about a week ago we introduced you to {partnerFirstName}. Have you written to each other by now?',
    },
    more: {
      label: 'Second paragraph',
      text: 'One tap tells us: yes, not yet, or there is a problem. If somebody waits in vain, we can help.',
    },
    ...ANSWER,
    ...PRIVATE,
  },
})

export const FIRST_MEETING = defineWords({
  name: 'Have you met?',
  when: 'Three weeks after an introduction.',
  fields: FIELDS,
  phrases: {
    subject: { label: 'Subject', text: 'Have you and {partnerFirstName} met?' },
    preheader: {
      label: 'Beside the subject in an inbox',
      text: 'One tap: we have met, not yet, or there is a problem.',
    },
    title: { label: 'Title', text: 'Have you and {partnerFirstName} met?' },
    opening: {
      label: 'First paragraph',
      text: '{greeting} about three weeks ago we introduced you to {partnerFirstName}. Have you had your first talk, in whatever way suits you?',
    },
    more: {
      label: 'Second paragraph',
      text: 'If not, propose two times and let the other one choose: half an hour is plenty.',
    },
    ...ANSWER,
    ...PRIVATE,
  },
})

export const FIT_CHECK = defineWords({
  name: 'How is it going?',
  when: 'A month after an introduction, and every 60 days then.',
  fields: FIELDS,
  phrases: {
    subject: { label: 'Subject', text: 'How is it going with {partnerFirstName}?' },
    preheader: {
      label: 'Beside the subject in an inbox',
      text: 'Good, not sure, or not a fit: one tap, and only between us.',
    },
    title: { label: 'Title', text: 'How is it going with {partnerFirstName}?' },
    opening: {
      label: 'First paragraph',
      text: '{greeting} how is it going with {partnerFirstName}: good, not sure, or not a fit?',
    },
    more: {
      label: 'Second paragraph',
      text: 'Whatever you answer stays between you and the organizers. “Not a fit” ends the match kindly, without a word about why, and you take part in the next round.',
    },
    ...ANSWER,
    note: { label: 'Small print', text: 'No time to answer? Then we simply ask again in two months.' },
  },
})

export const STILL_THERE = defineWords({
  name: 'Shall we keep the match open?',
  when: 'Nobody was heard of for 60 days.',
  fields: FIELDS,
  phrases: {
    subject: { label: 'Subject', text: 'Shall we keep your match with {partnerFirstName} open?' },
    preheader: {
      label: 'Beside the subject in an inbox',
      text: 'Without an answer we close it in seven days, kindly.',
    },
    title: { label: 'Title', text: 'Are you still in touch with {partnerFirstName}?' },
    opening: {
      label: 'First paragraph',
      text: '{greeting} we have not heard from you two for a long time. If you and {partnerFirstName} are in touch, one tap keeps your match open.',
    },
    more: {
      label: 'Second paragraph',
      text: 'If we hear nothing within seven days, we close it. That is no reproach: it only makes room for a new start, and you two can go on without us whenever you like.',
    },
    button: { label: 'Button', text: 'Keep it open, or let it go' },
    ...PRIVATE,
  },
})

export const ON_BREAK = defineWords({
  name: 'A mentor’s break',
  when: 'A mentor let two mentees wait, and was paused.',
  fields: GREETING,
  phrases: {
    subject: { label: 'Subject', text: 'We have paused your profile for now' },
    preheader: {
      label: 'Beside the subject in an inbox',
      text: 'Come back with one tap, whenever you have time again.',
    },
    title: { label: 'Title', text: 'A break, for as long as you like' },
    opening: {
      label: 'First paragraph',
      text: '{greeting} two mentees have not heard from you. We take it that there is a lot on your bench right now, so we have paused your profile: nobody new is introduced to you, and those who waited get another mentor.',
    },
    thanks: {
      label: 'Before the button',
      text: 'Thank you for offering your time. When there is room for it again, one tap on this page brings you back:',
    },
    button: { label: 'Button', text: 'Come back' },
    note: {
      label: 'Small print',
      text: 'Did our mails go astray, or is something wrong? Just reply: an organizer reads it.',
    },
  },
})
