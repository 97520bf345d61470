import type { FIRST_ANSWERS, MatchAnswer } from '../../shared/domain/match.ts'

type AnswerCode = MatchAnswer['answer']
type FirstAnswer = (typeof FIRST_ANSWERS)[number]

/** What can be answered to an introduction, in the words of the e-mail that asks, and what each answer does. */
export const CHOICES: Record<FirstAnswer, { name: string; means: string }> = {
  met: { name: 'We have met.', means: 'Good to know. Nothing else changes.' },
  decline: {
    name: 'It does not fit. Please find somebody else for me in a coming round.',
    means: 'This ends the introduction. We never pair the two of you again.',
  },
  'decline-and-pause': {
    name: 'It does not fit, and I would like a break for now.',
    means: 'The same, and no round pairs you with anybody until you come back.',
  },
  problem: {
    name: 'There is a problem. An organizer reads what you write.',
    means: 'The other person does not see it.',
  },
}

type Tap = { answer: Exclude<AnswerCode, 'decline' | 'decline-and-pause' | 'problem'>; label: string }

/** Answers to “are you in touch?” and “have you met?”. */
export const CONTACT_TAPS: readonly Tap[] = [
  { answer: 'contacted', label: 'Yes, we are in touch' },
  { answer: 'met', label: 'Yes, and we have met' },
  { answer: 'not-yet', label: 'Not yet' },
]
/** Answers to “how is it going?”. */
export const FIT_TAPS: readonly Tap[] = [
  { answer: 'good', label: 'It is going well' },
  { answer: 'unsure', label: 'I am not sure' },
  { answer: 'not-a-fit', label: 'Not a fit' },
]

type Result = { title: string; lead: string }

/** What stands there after the answer. */
export const RESULTS: Record<AnswerCode, Result> = {
  met: { title: 'How good that you have met', lead: 'We have noted it. If something changes, open this link again.' },
  decline: {
    title: 'That is all right',
    lead: 'The introduction has ended, and we let the other person know. The next round looks for somebody else.',
  },
  'decline-and-pause': {
    title: 'Take your time',
    lead: 'The introduction has ended, and you are paused. Come back with the link to your profile when you like.',
  },
  problem: { title: 'Thank you for telling us', lead: 'An organizer reads your note, and may write to you.' },
  contacted: { title: 'Good to hear', lead: 'We have noted that you are in touch, and ask again in some weeks.' },
  'not-yet': {
    title: 'Thank you for telling us',
    lead: 'Two lines are enough to begin, and either of you may write first. If nothing comes of it, open this link again and say that it does not fit: then the next round looks for somebody else.',
  },
  good: { title: 'How good that it goes well', lead: 'We have noted it, and only for us. We ask again in two months.' },
  unsure: {
    title: 'Thank you for being open',
    lead: 'It stays between us. Often it helps to say what you hoped for. If you want to talk it over, reply to our mail: an organizer reads it.',
  },
  'not-a-fit': {
    title: 'That is all right',
    lead: 'The match has ended. The other person hears that, and not why. The next round looks for somebody else.',
  },
}

/** A mentee's “not yet” can show that the mentor has no time at all. */
export const FREED: Result = {
  title: 'We look for somebody else for you',
  lead: 'Your mentor has not been heard of for a while, so we have ended this match. It says nothing about you, and you come earlier in the next round.',
}
