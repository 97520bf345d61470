import { lastWordOf, type Match, over } from './match.ts'
import { blocking, letDown, type Pair, unseated } from './pairing.ts'
import type { Mentor } from './profile.ts'
import { paused } from './profile-changes.ts'

/** When somebody waits in vain. A mentor who lets two mentees wait probably has no time now: they get a break. */

const DAY = 86_400_000
/** Time to answer: an introduction and a reminder have come by then. */
const FAIR_DAYS = 7
const MOST_IGNORED = 2

/** The mentee waits, and the mentor, who was introduced long enough ago, has not said a word. */
export const isIgnored = (match: Match, now: Date): boolean =>
  match.status === 'introduced' &&
  !lastWordOf(match, 'mentor') &&
  match.introducedAt !== undefined &&
  now.getTime() - Date.parse(match.introducedAt) >= FAIR_DAYS * DAY

export const ignoring = (mentor: Mentor, { id }: Match): Mentor =>
  mentor.ignored?.includes(id) ? mentor : { ...mentor, ignored: [...(mentor.ignored ?? []), id] }

/** They have answered after all. */
export const heardFrom = (mentor: Mentor, { id }: Match): Mentor =>
  mentor.ignored?.includes(id) ? { ...mentor, ignored: mentor.ignored.filter((each) => each !== id) } : mentor

/** Who has paused, or is leaving, needs no break from us. */
export const needsBreak = ({ status, ignored = [] }: Mentor): boolean =>
  status === 'active' && ignored.length >= MOST_IGNORED

/** Both are free again; the mentee has waited one round more, and gets another mentor next time. */
export const endedBySilence = ({ match, mentee }: Pair): Pair => ({
  match: { ...over(match), status: 'ended', endedBecause: 'silent' },
  mentee: blocking(letDown(mentee, match), match.mentorId),
})

/** The mentor pauses, and is counted from zero afterwards; those who waited in vain are free. */
export function onBreak(mentor: Mentor, waiting: readonly Pair[]): { mentor: Mentor; freed: Pair[] } {
  const inVain = ({ status, id }: Match) => status === 'introduced' && mentor.ignored?.includes(id)
  const freed = waiting.filter(({ match }) => inVain(match))
  const free = freed.reduce((rest, { match }) => unseated(rest, match), mentor)
  return { mentor: { ...paused(free), ignored: [] }, freed: freed.map(endedBySilence) }
}
