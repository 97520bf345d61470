import { isOpen, type Match, type MatchAnswer } from './match.ts'
import { blocking, letDown, unseated } from './pairing.ts'
import { type Mentee, type Mentor, paused, type Role } from './profile.ts'

/** A match and the two people in it. */
export type Trio = { match: Match; mentee: Mentee; mentor: Mentor }

/** Whether the match says already what is answered. */
export const isAnswered = ({ status }: Match, { answer }: MatchAnswer): boolean =>
  answer === 'met' ? status === 'met' : answer !== 'problem' && status === 'declined'

/** Problems can be told after the end; for anything else it is too late then. */
export const canAnswer = (match: Match, { answer }: MatchAnswer): boolean => isOpen(match) || answer === 'problem'

/**
 * What an answer changes; what it does not change comes back as it was. Declining frees both, and these two are never
 * paired again.
 */
export function answered({ answer, note }: MatchAnswer, by: Role, trio: Trio, now: Date): Trio {
  const { match, mentee, mentor } = trio
  switch (answer) {
    case 'met':
      return { ...trio, match: { ...match, status: 'met' }, mentee: { ...mentee, roundsWaited: 0 } }
    case 'problem':
      return { ...trio, match: { ...match, problem: { by, note: note || undefined, at: now.toISOString() } } }
    case 'decline':
      return {
        match: { ...match, status: 'declined' },
        mentee: blocking(letDown(mentee, match), mentor.id),
        mentor: unseated(mentor, match),
      }
    case 'decline-and-pause': {
      const declined = answered({ answer: 'decline' }, by, trio, now)
      return by === 'mentee'
        ? { ...declined, mentee: paused(declined.mentee) }
        : { ...declined, mentor: paused(declined.mentor) }
    }
  }
}
