import { firstStep } from './follow-up.ts'
import type { Match } from './match.ts'
import { type Mentee, type Mentor, MOST_ROUNDS_WAITED, room } from './profile.ts'

/** What a match does to the two people in it. */

export type Pair = { match: Match; mentee: Mentee }

/**
 * Which drafted pairs of one mentor can still be introduced: the draft may be hours old, and people pause, leave, or
 * lose seats meanwhile. Those chosen by hand get the seats first, then the best scores.
 */
export function stillPossible(mentor: Mentor | undefined, pairs: readonly Pair[]): Pair[] {
  if (mentor?.status !== 'active') return []
  return pairs
    .filter(({ mentee }) => mentee.status === 'active' && !mentee.matchId && !mentee.blocked.includes(mentor.id))
    .toSorted((a, b) => byHand(b) - byHand(a) || b.match.score - a.match.score || (a.match.id < b.match.id ? -1 : 1))
    .slice(0, room(mentor))
}

const byHand = ({ match }: Pair): number => (match.pinned ? 1 : 0)

export const introduced = (match: Match, now: Date): Match => ({
  ...match,
  status: 'introduced',
  introducedAt: now.toISOString(),
  ...firstStep(now),
})

export const placed = (mentee: Mentee, matchId: string): Mentee => ({ ...mentee, matchId })

export const seated = (mentor: Mentor, matchIds: readonly string[]): Mentor => ({
  ...mentor,
  matchIds: [...mentor.matchIds, ...matchIds],
})

export const unseated = (mentor: Mentor, match: Match): Mentor => ({
  ...mentor,
  matchIds: mentor.matchIds.filter((id) => id !== match.id),
})

/** A mentee who had a mentor and lost them is free again, and has waited one round more. */
export function letDown(mentee: Mentee, match: Match): Mentee {
  if (mentee.matchId !== match.id) return mentee
  const { matchId: _over, ...free } = mentee
  return { ...free, roundsWaited: oneMore(mentee.roundsWaited) }
}

/** Never to be paired with this mentor (again). */
export const blocking = (mentee: Mentee, mentorId: string): Mentee =>
  mentee.blocked.includes(mentorId) ? mentee : { ...mentee, blocked: [...mentee.blocked, mentorId] }

/** A round went by without a mentor. The same round counts once. */
export const leftOut = (mentee: Mentee, roundId: string): Mentee =>
  mentee.leftOutOf === roundId ? mentee : { ...mentee, leftOutOf: roundId, roundsWaited: oneMore(mentee.roundsWaited) }

const oneMore = (rounds: number) => Math.min(MOST_ROUNDS_WAITED, rounds + 1)
