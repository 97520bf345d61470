import { defineWords } from './define.ts'
import { GREETING, NEXT_ROUND, NEXT_ROUND_FIELD } from './parts.ts'

/** It has no field for a name: a stranger may have typed both. */
export const CONFIRM = defineWords({
  name: 'Confirm your address',
  when: 'Somebody signed up with an address that nobody has confirmed yet.',
  fields: { role: 'mentee' },
  phrases: {
    subject: { label: 'Subject', text: 'Please confirm your address for {programme}' },
    preheader: { label: 'Beside the subject in an inbox', text: 'One tap finishes your sign-up.' },
    title: { label: 'Title', text: 'Please confirm your address' },
    opening: {
      label: 'First paragraph',
      text: 'Hello, somebody signed up as a {role} with {programme} and gave this address. If that was you, please confirm it. Before that we do nothing with your form.',
    },
    button: { label: 'Button', text: 'Confirm my address' },
    expired: {
      label: 'If the link is too old',
      text: 'Has the link expired? Sign up again, and we send you a new one.',
    },
    notYou: { label: 'If it was somebody else', text: 'If you did not sign up, ignore this mail: nothing happens.' },
  },
})

export const ALREADY_MEMBER = defineWords({
  name: 'Already signed up',
  when: 'Somebody signed up again in the same role.',
  fields: { ...GREETING, role: 'mentor' },
  phrases: {
    subject: { label: 'Subject', text: 'You are already signed up with {programme}' },
    preheader: {
      label: 'Beside the subject in an inbox',
      text: 'Nothing was changed. Here is the link to your profile.',
    },
    title: { label: 'Title', text: 'You are already signed up' },
    opening: {
      label: 'First paragraph',
      text: '{greeting} somebody, probably you, filled in the {role} form with this address. You are already one of our {role}s, so we changed nothing.',
    },
    change: { label: 'Before the button', text: 'Is something in your profile out of date? You can change it here:' },
    button: { label: 'Button', text: 'Open my profile' },
    notYou: {
      label: 'If it was somebody else',
      text: 'If it was not you, ignore this mail: your profile stays as it is.',
    },
  },
})

export const WELCOME = defineWords({
  name: 'Welcome',
  when: 'An address was confirmed.',
  fields: { ...GREETING, role: 'mentor' },
  phrases: {
    subject: { label: 'Subject', text: 'Welcome to {programme}' },
    preheader: {
      label: 'Beside the subject in an inbox',
      text: 'Your address is confirmed. What happens next, and when.',
    },
    title: { label: 'Title', text: 'Welcome to {programme}' },
    opening: {
      label: 'First paragraph',
      text: '{greeting} your address is confirmed and you are in. Thank you for being a {role}.',
    },
    searchForMentee: {
      label: 'How we look, for a mentee',
      text: 'In each round we look for the mentor who fits you best: topics, lab, working style, and hours that you share.',
    },
    searchForMentor: {
      label: 'How we look, for a mentor',
      text: 'In each round we look for mentees who fit you: topics, lab, working style, and hours that you share. You never get more of them than the seats you offer.',
    },
    ...NEXT_ROUND,
    next: {
      label: 'What happens next',
      text: "{nextRound} When we have found somebody, you both get a mail with each other's address, three questions to start with, and a time that suits you both.",
      own: NEXT_ROUND_FIELD,
    },
    untilThen: {
      label: 'Before the button',
      text: 'Until then there is nothing to do. The more your profile says about you, the better we can pair you:',
    },
    button: { label: 'Button', text: 'See or change my profile' },
  },
})

export const LINK = defineWords({
  name: 'A fresh link',
  when: 'Somebody asked for a link to their profile.',
  fields: { ...GREETING, role: 'mentee' },
  phrases: {
    subject: { label: 'Subject', text: 'Your link to {programme}' },
    preheader: { label: 'Beside the subject in an inbox', text: 'It opens your {role} profile.' },
    title: { label: 'Title', text: 'Here is your link' },
    opening: { label: 'First sentence', text: '{greeting} this opens your {role} profile with {programme}:' },
    button: { label: 'Button', text: 'Open my profile' },
    keep: {
      label: 'A warning',
      text: 'Whoever has this link can change your profile, so please do not forward this mail.',
    },
    notYou: { label: 'If it was somebody else', text: 'If you did not ask for it, ignore this mail: nothing changes.' },
  },
})

export const GOODBYE = defineWords({
  name: 'Goodbye',
  when: 'Somebody deletes their profile, or an organizer does.',
  fields: GREETING,
  phrases: {
    subject: { label: 'Subject', text: 'Goodbye from {programme}' },
    preheaderUntil: {
      label: 'Beside the subject in an inbox, while they can still stay',
      text: 'Everything about you will be deleted. You can still stay.',
    },
    titleUntil: { label: 'Title, while they can still stay', text: 'Everything about you will be deleted' },
    openingUntil: {
      label: 'First paragraph, while they can still stay',
      text: '{greeting} as you asked, we delete your profile and what we stored about you with it on {time}. No round pairs you any more. If you have a match, the other person hears then that you left, and nothing more.',
      own: { time: 'Tuesday, November 24, 12:10 PM Central Standard Time' },
    },
    openingUntilForThem: {
      label: 'First paragraph, while they can still stay, when an organizer deletes them',
      text: '{greeting} an organizer has ended your profile. We delete it and what we stored about you with it on {time}. No round pairs you any more. If you have a match, the other person hears then that you left, and nothing more.',
      own: { time: 'Tuesday, November 24, 12:10 PM Central Standard Time' },
    },
    stayForThem: {
      label: 'Before the button, when an organizer deletes them',
      text: 'Is that a mistake? Until then everything can stay as it was:',
    },
    stay: {
      label: 'Before the button',
      text: 'Was it not you, or have you changed your mind? Until then everything can stay as it was:',
    },
    button: { label: 'Button', text: 'Keep my profile' },
    preheader: {
      label: 'Beside the subject in an inbox, when it is done',
      text: 'Everything we stored about you is deleted.',
    },
    title: { label: 'Title, when it is done', text: 'Everything about you is deleted' },
    opening: {
      label: 'First paragraph, when it is done',
      text: '{greeting} as you asked, we deleted your profile and what we stored about you with it. If you had a match, the other person hears that you left, and nothing more.',
    },
    openingForThem: {
      label: 'First paragraph, when it is done and an organizer did it',
      text: '{greeting} an organizer has ended your profile. We deleted it and what we stored about you with it. If you had a match, the other person hears that you left, and nothing more.',
    },
    thanks: {
      label: 'Last sentence',
      text: 'Thank you for the time you were with us. You are welcome back whenever you like.',
    },
  },
})
