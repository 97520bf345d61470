import type { Person } from '../../shared/matching/person.ts'
import type { MatchingRules } from '../../shared/matching/rules.ts'
import { scorePair } from '../../shared/matching/score.ts'

/** How many of the wished pairs (mentee to mentor) the best assignment keeps that keeps most, by trying all there are. */
export function mostKept(
  people: readonly Person[],
  rules: MatchingRules,
  wished: ReadonlyMap<string, string | undefined>,
): number {
  const mentors = people.filter(({ role }) => role === 'mentor')
  const used = mentors.map(() => 0)
  const mentees = people
    .filter(({ role }) => role === 'mentee')
    .map((mentee) => ({ mentee, pairs: mentors.map((mentor) => scorePair(mentee, mentor, rules)) }))
  let best: readonly number[] = []

  /** `now` is what counts, first things first: placed, waits, total score, wishes kept. */
  const visit = (n: number, now: readonly [placed: number, waits: number, total: number, kept: number]): void => {
    const next = mentees[n]
    if (!next) {
      const at = now.findIndex((level, k) => level !== best[k])
      if (at >= 0 && (now[at] ?? 0) > (best[at] ?? -1)) best = now
      return
    }
    const { mentee, pairs } = next
    const [placed, waits, total, kept] = now
    pairs.forEach((pair, m) => {
      const mentor = mentors[m]
      const taken = used[m] ?? 0
      if (!mentor || 'barrier' in pair || taken >= (mentor.capacity ?? 1)) return
      if (mentee.pin !== undefined && mentee.pin !== mentor.id) return
      used[m] = taken + 1
      visit(n + 1, [
        placed + 1,
        waits + (mentee.roundsWaited ?? 0),
        total + pair.score - rules.loadPenalty * taken,
        kept + (wished.get(mentee.id) === mentor.id ? 1 : 0),
      ])
      used[m] = taken
    })
    if (mentee.pin === undefined) visit(n + 1, now)
  }
  visit(0, [0, 0, 0, 0])
  return best[3] ?? 0
}
