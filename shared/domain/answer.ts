import { isOpen, lastWordOf, type Match, type MatchAnswer, over } from './match.ts'
import { blocking, letDown, unseated } from './pairing.ts'
import type { Mentee, Mentor, Profile } from './profile.ts'
import { paused } from './profile-changes.ts'
import { heardFrom, ignoring, isIgnored } from './silence.ts'

/** A match and the two people in it; somebody who left is missing. */
export type Trio = { match: Match; mentee?: Mentee | undefined; mentor?: Mentor | undefined }

const MOST_ANSWERS = 20
/** The same answer within this time is a second tap, not news. */
const SAME_TAP_MS = 3_600_000
/** Whoever says so has heard from the other one. */
const IN_TOUCH: readonly MatchAnswer['answer'][] = ['met', 'contacted', 'good']

/** Whether everything is already as this answer would make it. */
export function isAnswered(match: Match, { answer }: MatchAnswer, member: Profile, now: Date): boolean {
  const before = lastWordOf(match, member.role)
  const again = before?.answer === answer
  switch (answer) {
    case 'problem':
      return false
    case 'met':
      return match.status === 'met'
    case 'decline':
      return match.status === 'declined'
    case 'decline-and-pause':
      return match.status === 'declined' && member.status === 'paused'
    case 'not-a-fit':
      return again && !isOpen(match)
    default:
      return again && now.getTime() - Date.parse(before.at) < SAME_TAP_MS
  }
}

/** After the end it is too late, but for a pause that goes with a decline, and for a problem. */
export const canAnswer = (match: Match, { answer }: MatchAnswer): boolean =>
  isOpen(match) || answer === 'problem' || (answer === 'decline-and-pause' && match.status === 'declined')

/**
 * What an answer changes; whom it does not change comes back as they were. Declining frees both, and these two are
 * never paired again; so does `not-a-fit`, of which the partner hears no more than that the match has ended.
 */
export function answered({ answer, note }: MatchAnswer, member: Profile, trio: Trio, now: Date): Trio {
  const { mentee, mentor } = trio
  // Words about somebody who left reach the organizers by mail; they are not kept.
  const kept = mentee && mentor ? note || undefined : undefined
  const given = { by: member.role, answer, note: kept, at: now.toISOString() }
  const match = { ...trio.match, answers: [...(trio.match.answers ?? []), given].slice(-MOST_ANSWERS) }
  const heard = member.role === 'mentor' || IN_TOUCH.includes(answer)
  const after = { match, mentee, mentor: mentor && (heard ? heardFrom(mentor, match) : mentor) }
  switch (answer) {
    case 'problem':
    case 'contacted':
    case 'unsure':
      return after
    case 'not-yet': {
      const inVain = member.role === 'mentee' && isIgnored(match, now)
      return { ...after, mentor: inVain && after.mentor ? ignoring(after.mentor, match) : after.mentor }
    }
    case 'met':
    case 'good':
      return { ...after, match: { ...match, status: 'met' }, mentee: mentee && waitedEnough(mentee) }
    case 'not-a-fit':
      return apart({ ...after, match: { ...over(match), status: 'ended' } })
    case 'decline':
      return apart({ ...after, match: { ...over(match), status: 'declined' } })
    case 'decline-and-pause': {
      const done = isOpen(match) ? apart({ ...after, match: { ...over(match), status: 'declined' } }) : after
      return member.role === 'mentee'
        ? { ...done, mentee: done.mentee && paused(done.mentee) }
        : { ...done, mentor: done.mentor && paused(done.mentor) }
    }
  }
}

const waitedEnough = (mentee: Mentee): Mentee => (mentee.roundsWaited ? { ...mentee, roundsWaited: 0 } : mentee)

/** An organizer ends an open match: both are free, and these two are never paired again. */
export const endedByOrganizer = (trio: Trio): Trio =>
  apart({ ...trio, match: { ...over(trio.match), status: 'ended', endedBecause: 'organizer' } })

const apart = ({ match, mentee, mentor }: Trio): Trio => ({
  match,
  mentee: mentee && blocking(letDown(mentee, match), match.mentorId),
  mentor: mentor && unseated(mentor, match),
})
