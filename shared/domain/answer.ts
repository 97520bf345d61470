import { isOpen, type Match, type MatchAnswer } from './match.ts'
import { blocking, letDown, unseated } from './pairing.ts'
import { type Mentee, type Mentor, type Profile, paused } from './profile.ts'

/** A match and the two people in it; somebody who left is missing. */
export type Trio = { match: Match; mentee?: Mentee | undefined; mentor?: Mentor | undefined }

const MOST_ANSWERS = 20

/** Whether everything is already as this answer would make it. */
export function isAnswered({ status }: Match, { answer }: MatchAnswer, member: Profile): boolean {
  if (answer === 'problem') return false
  if (answer === 'met') return status === 'met'
  return status === 'declined' && (answer === 'decline' || member.status === 'paused')
}

/** After the end it is too late, but for a pause that goes with a decline, and for a problem. */
export const canAnswer = (match: Match, { answer }: MatchAnswer): boolean =>
  isOpen(match) || answer === 'problem' || (answer === 'decline-and-pause' && match.status === 'declined')

/**
 * What an answer changes; whom it does not change comes back as they were. Declining frees both, and these two are
 * never paired again.
 */
export function answered({ answer, note }: MatchAnswer, member: Profile, trio: Trio, now: Date): Trio {
  const { mentee, mentor } = trio
  // Words about somebody who left reach the organizers by mail; they are not kept.
  const kept = mentee && mentor ? note || undefined : undefined
  const given = { by: member.role, answer, note: kept, at: now.toISOString() }
  const match = { ...trio.match, answers: [...(trio.match.answers ?? []), given].slice(-MOST_ANSWERS) }
  switch (answer) {
    case 'problem':
      return { ...trio, match }
    case 'met':
      return { ...trio, match: { ...match, status: 'met' }, mentee: mentee && { ...mentee, roundsWaited: 0 } }
    case 'decline':
      return declined({ match, mentee, mentor })
    case 'decline-and-pause': {
      const over = isOpen(trio.match) ? declined({ match, mentee, mentor }) : { match, mentee, mentor }
      return member.role === 'mentee'
        ? { ...over, mentee: over.mentee && paused(over.mentee) }
        : { ...over, mentor: over.mentor && paused(over.mentor) }
    }
  }
}

const declined = ({ match, mentee, mentor }: Trio): Trio => ({
  match: { ...match, status: 'declined' },
  mentee: mentee && blocking(letDown(mentee, match), match.mentorId),
  mentor: mentor && unseated(mentor, match),
})
