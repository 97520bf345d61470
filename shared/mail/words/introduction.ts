import { defineWords } from './define.ts'

export const INTRODUCTION = defineWords({
  name: 'Introduction',
  when: 'A round is published: to both of each pair.',
  fields: {
    greeting: 'Hello Alex,',
    partner: 'Sam Rivera',
    partnerFirstName: 'Sam',
    theirRole: 'mentor',
    yourRole: 'mentee',
  },
  phrases: {
    subject: { label: 'Subject', text: 'Meet {partner}, your {theirRole}' },
    preheader: {
      label: 'Beside the subject in an inbox',
      text: 'Why you fit, three questions to start with, and a time that suits you both.',
    },
    title: { label: 'Title', text: 'Meet {partner}' },
    opening: {
      label: 'First sentence',
      text: '{greeting} we have good news: {partner} is your {theirRole} in {programme}.',
    },
    address: { label: 'Before the partner’s address', text: 'E-mail' },
    ownWords: {
      label: 'Before what the partner wrote about themselves',
      text: "In {partnerFirstName}'s own words:",
    },
    reasonsTitle: { label: 'Title above the reasons', text: 'Why we paired you' },
    timeTitle: { label: 'Title above the time', text: 'A time that suits you both' },
    timeElsewhere: {
      label: 'The time, when their clocks differ',
      text: 'How about {time}? For {partnerFirstName} it is {theirTime}.',
      own: { time: 'Tuesday, December 1, 7:00 PM Central Standard Time', theirTime: '8:00 PM Eastern Standard Time' },
    },
    timeSame: {
      label: 'The time, when their clocks agree',
      text: 'How about {time}? It is the same time for {partnerFirstName}.',
      own: { time: 'Tuesday, December 1, 7:00 PM Central Standard Time' },
    },
    timeNote: {
      label: 'After the time',
      text: 'You both said that you are usually free then. Any other time is just as good.',
    },
    questionsTitle: { label: 'Title above the questions', text: 'Three questions to start with' },
    nextTitle: { label: 'Title above the first step', text: 'What to do now' },
    nextForMentee: {
      label: 'The first step, for a mentee',
      text: 'Please write to {partnerFirstName} within a week. Two or three lines are enough: say hello, and propose a time. {partnerFirstName} may write first, too.',
    },
    nextForMentor: {
      label: 'The first step, for a mentor',
      text: '{partnerFirstName} was asked to write to you within a week. If you like, write first: a short hello makes it easier. Half an hour is plenty for a first talk.',
    },
    noFitTitle: { label: 'Title above “if it does not fit”', text: 'If it does not fit' },
    noFit: {
      label: 'If it does not fit',
      text: "That happens, and it is nobody's fault. Tell us with this button, also when all is well. You can say:",
    },
    met: { label: 'Answer: met', text: 'We have met.' },
    decline: {
      label: 'Answer: does not fit',
      text: 'It does not fit. Please find somebody else for me in a coming round.',
    },
    declineAndPause: {
      label: 'Answer: does not fit, and a break',
      text: 'It does not fit, and I would like a break for now.',
    },
    problem: { label: 'Answer: a problem', text: 'There is a problem. An organizer reads what you write.' },
    button: { label: 'Button', text: 'We have met, or it does not fit' },
  },
})
