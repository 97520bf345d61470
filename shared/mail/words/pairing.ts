import { defineWords } from './define.ts'
import { GREETING, NEXT_ROUND, NEXT_ROUND_FIELD } from './parts.ts'

export const LEFT_OUT = defineWords({
  name: 'No mentor yet',
  when: 'A round went by without a mentor for somebody.',
  fields: GREETING,
  phrases: {
    subject: { label: 'Subject', text: 'No mentor for you yet: why, and what helps' },
    preheader: {
      label: 'Beside the subject in an inbox',
      text: 'You stay on the list, and whoever has waited longest comes first.',
    },
    title: { label: 'Title', text: 'No mentor for you yet' },
    opening: {
      label: 'First paragraph',
      text: '{greeting} we looked for a mentor for you in this round and did not find one. We are sorry. It says nothing about you.',
    },
    whyTitle: { label: 'Title above the reason', text: 'Why' },
    helpTitle: { label: 'Title above what would help', text: 'What would help' },
    button: { label: 'Button', text: 'Change my profile' },
    nextTitle: { label: 'Title above what happens next', text: 'What happens next' },
    ...NEXT_ROUND,
    next: {
      label: 'What happens next',
      text: '{nextRound} You take part again without doing anything, and whoever has waited longest comes first.',
      own: NEXT_ROUND_FIELD,
    },
  },
})

export const MATCH_OVER = defineWords({
  name: 'A match has ended',
  when: 'The other one declined, left or ended it, or nobody was heard of.',
  fields: { ...GREETING, partnerFirstName: 'Sam', yourRole: 'mentee' },
  phrases: {
    subject: { label: 'Subject', text: 'Your match with {partnerFirstName} has ended' },
    preheader: { label: 'Beside the subject in an inbox', text: 'What happened, and what happens next.' },
    title: { label: 'Title', text: 'Your match with {partnerFirstName} has ended' },
    declined: {
      label: 'What happened: declined',
      text: '{greeting} {partnerFirstName} told us that the match does not fit. Mostly it is time, topics or distance, and it says nothing about you. We will not pair you two again.',
    },
    left: {
      label: 'What happened: left the programme',
      text: '{greeting} {partnerFirstName} has left {programme}, so your match has ended. It has nothing to do with you.',
    },
    silent: {
      label: 'What happened: nobody was heard of',
      text: "{greeting} this match has been quiet for too long, so we have closed it. Lab life is busy, and it is nobody's fault. If you and {partnerFirstName} are in touch after all, just go on: you do not need us for that.",
    },
    ended: {
      label: 'What happened: ended',
      text: '{greeting} your match with {partnerFirstName} has come to its end. Matches do, for many good reasons, and it says nothing about you. We will not pair you two again.',
    },
    ...NEXT_ROUND,
    nextForMentee: {
      label: 'What happens next, for a mentee',
      text: '{nextRound} Unless you paused your profile, you take part in it, and we look for another mentor for you. The time with this match counts as waiting, so you come earlier.',
      own: NEXT_ROUND_FIELD,
    },
    nextForMentor: {
      label: 'What happens next, for a mentor',
      text: '{nextRound} Your seat is free again. Unless you paused your profile, somebody else may get it then.',
      own: NEXT_ROUND_FIELD,
    },
  },
})

export const PROBLEM_REPORTED = defineWords({
  name: 'A problem was reported',
  when: 'A member reports a problem: to the organizers.',
  fields: { reporter: 'Alex Kim', role: 'mentee', matchId: '20270104T150000000Z-4f1c09ab.0197c2' },
  phrases: {
    subject: { label: 'Subject', text: 'A {role} reports a problem' },
    preheader: { label: 'Beside the subject in an inbox', text: 'Somebody is waiting for an answer from you.' },
    title: { label: 'Title', text: 'A {role} reports a problem' },
    opening: {
      label: 'First paragraph',
      text: '{reporter} told us that there is a problem with a match. Please write back soon; they wait for it.',
    },
    address: { label: 'Before their address', text: 'Their e-mail' },
    noteTitle: { label: 'Title above what they wrote', text: 'What they wrote' },
    matchTitle: { label: 'Title above the match', text: 'Which match' },
    match: {
      label: 'Which match',
      text: 'The other one does not know of this mail. The number of the match is {matchId}.',
    },
  },
})
