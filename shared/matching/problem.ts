import { BARRIERS, type BarrierName } from './barriers.ts'
import { type Pool, seatsOf, waitOf } from './pool.ts'
import type { MatchingRules } from './rules.ts'
import { scoreFacts } from './score.ts'

/** A pool as numbers: rows are mentees, columns are mentors with a free seat, both in the order of their ids. */
export type Problem = Readonly<{
  rows: number
  columns: number
  /** Row by row: the score of a pair, or -1 - b where hard rule b of BARRIERS forbids it. */
  scores: Int16Array
  waits: Uint8Array
  /** Free seats of each mentor; never more than there are mentees. */
  seats: Int32Array
  loadPenalty: number
}>

/** Compares every mentee with every mentor. Takes rows × columns × 2 bytes. */
export function problemOf({ mentees, mentors }: Pool, rules: MatchingRules): Problem {
  const [rows, columns] = [mentees.length, mentors.length]
  const scores = new Int16Array(rows * columns)
  const mentorFacts = mentors.map(rules.factsOf)
  mentees.map(rules.factsOf).forEach((mentee, row) => {
    mentorFacts.forEach((mentor, column) => {
      const result = scoreFacts(mentee, mentor, rules)
      scores[row * columns + column] = 'score' in result ? result.score : codeOf(result.barrier)
    })
  })
  return {
    rows,
    columns,
    scores,
    waits: Uint8Array.from(mentees, waitOf),
    seats: Int32Array.from(mentors, (mentor) => Math.min(rows, seatsOf(mentor))),
    loadPenalty: rules.loadPenalty,
  }
}

/** How many mentors each hard rule is the first to stop for one mentee, in the order of BARRIERS. */
export function stoppedBy({ columns, scores }: Problem, row: number): number[] {
  const stopped = BARRIERS.map(() => 0)
  for (const score of scores.subarray(row * columns, (row + 1) * columns)) {
    if (score < 0) stopped[-1 - score] = (stopped[-1 - score] ?? 0) + 1
  }
  return stopped
}

/** The free seats of all mentors whom no rule stops for one mentee. */
export const suitingSeats = ({ columns, scores, seats }: Problem, row: number): number =>
  seats.reduce((sum, count, column) => sum + ((scores[row * columns + column] ?? -1) < 0 ? 0 : count), 0)

const codeOf = (barrier: BarrierName): number => -1 - BARRIERS.findIndex(({ name }) => name === barrier)
