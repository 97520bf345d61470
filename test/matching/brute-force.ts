import type { Person } from '../../shared/matching/person.ts'
import type { MatchingRules } from '../../shared/matching/rules.ts'
import { scorePair } from '../../shared/matching/score.ts'

type Outcome = { placed: number; waits: number; totalScore: number }

/**
 * The best of all assignments there are, by trying each. Also the waits of those placed, longest first, in the
 * lexicographically best assignment that places as many.
 */
export function bruteForce(people: readonly Person[], rules: MatchingRules): Outcome & { longestFirst: number[] } {
  const sorted = [...people].sort((one, other) => (one.id < other.id ? -1 : 1))
  const mentees = sorted.filter(({ role }) => role === 'mentee')
  const mentors = sorted.filter(({ role }) => role === 'mentor')
  const scores = mentees.map((mentee) =>
    mentors.map((mentor) => {
      const pair = scorePair(mentee, mentor, rules)
      return 'score' in pair ? pair.score : undefined
    }),
  )
  const used = mentors.map(() => 0)
  let best: Outcome | undefined
  let longestFirst: number[] = []

  const visit = (n: number, now: Outcome, rounds: number[]): void => {
    const mentee = mentees[n]
    if (!mentee) {
      if (!best || now.placed > best.placed) longestFirst = []
      if (!best || now.placed >= best.placed)
        longestFirst = later(
          longestFirst,
          rounds.toSorted((a, b) => b - a),
        )
      if (!best || better(now, best)) best = now
      return
    }
    mentors.forEach((mentor, m) => {
      const taken = used[m] ?? 0
      const score = scores[n]?.[m]
      if (score === undefined || taken >= (mentor.capacity ?? 1)) return
      used[m] = taken + 1
      const waited = mentee.roundsWaited ?? 0
      const then = {
        placed: now.placed + 1,
        waits: now.waits + waited,
        totalScore: now.totalScore + score - rules.loadPenalty * taken,
      }
      visit(n + 1, then, [...rounds, waited])
      used[m] = taken
    })
    visit(n + 1, now, rounds)
  }
  const nobody: Outcome = { placed: 0, waits: 0, totalScore: 0 }
  visit(0, nobody, [])
  return { ...(best ?? nobody), longestFirst }
}

const better = (one: Outcome, other: Outcome): boolean =>
  (one.placed - other.placed || one.waits - other.waits || one.totalScore - other.totalScore) > 0

function later(one: number[], other: number[]): number[] {
  const n = other.findIndex((rounds, k) => rounds !== one[k])
  return n >= 0 && (other[n] ?? 0) > (one[n] ?? -1) ? other : one
}
