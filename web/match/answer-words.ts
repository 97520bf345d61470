import type { MatchAnswer } from '../../shared/domain/match.ts'

type AnswerCode = MatchAnswer['answer']

/** What can be answered to an introduction, in the words of the e-mail that asks, and what each answer does. */
export const CHOICES: Record<AnswerCode, { name: string; means: string }> = {
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

/** What stands there after the answer. */
export const RESULTS: Record<AnswerCode, { title: string; lead: string }> = {
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
}
