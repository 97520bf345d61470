import { optimumOf } from './optimum.ts'
import type { Person } from './person.ts'
import { poolOf, waitOf } from './pool.ts'
import { problemOf, stoppedBy, suitingSeats } from './problem.ts'
import type { MatchingRules } from './rules.ts'
import { type Parts, scorePair } from './score.ts'
import { settleTies } from './ties.ts'
import { reasonUnplaced, type Unplaced } from './unplaced.ts'

/** `seat` k means: this mentor's k-th new mentee of the round, counted in the order of the mentees' ids. */
type AssignedPair = { mentee: string; mentor: string; score: number; parts: Parts; seat: number }

export type Assignment = {
  /** How many mentees got a mentor. */
  placed: number
  /** Sum over the pairs of score − loadPenalty·(seat − 1). */
  totalScore: number
  /** Sum of the rounds that the placed mentees had waited, each 0 to 7. */
  waits: number
  /** In the order of the mentees' ids. */
  pairs: AssignedPair[]
  /** In the order of the mentees' ids. */
  unplaced: Unplaced[]
}

/**
 * The best assignment of mentees to mentors' free seats. No hard rule is broken, each mentee has at most one mentor,
 * no mentor more mentees than free seats. Best means, strictly in this order:
 *
 * 1. most mentees placed;
 * 2. the largest sum of rounds waited by those placed. Which mentees can be placed together is a transversal matroid
 *    (Edmonds & Fulkerson 1965), and in a matroid the largest sum is also best lexicographically: nobody who waited
 *    longer is left out for any number of people who waited less;
 * 3. the highest `totalScore`: the sum of scores, less loadPenalty·(k−1) for a mentor's k-th new mentee;
 * 4. ids alone: taking mentees in the order of their ids (by UTF-16 code unit), each has the mentor with the first id
 *    that is possible in a best assignment, given the mentees before; unplaced comes after every mentor.
 *
 * The fourth level leaves exactly one assignment, so the order of `people` cannot matter.
 *
 * Throws a RangeError that names the id when two people have the same one or a number is impossible (see `poolOf`),
 * and when the pool is too large to be paired exactly in one go (see `prioritiesOf`).
 */
export function assign(people: readonly Person[], rules: MatchingRules): Assignment {
  const { mentees, mentors } = poolOf(people)
  const problem = problemOf({ mentees, mentors }, rules)
  const places = settleTies(problem, optimumOf(problem))
  const seatsUsed = mentors.map(() => 0)
  const assignment: Assignment = { placed: 0, totalScore: 0, waits: 0, pairs: [], unplaced: [] }
  mentees.forEach((mentee, row) => {
    const column = places[row] ?? mentors.length
    const mentor = mentors[column]
    const result = mentor && scorePair(mentee, mentor, rules)
    if (!result || 'barrier' in result) {
      const fallen = { mentors: mentors.length, stopped: stoppedBy(problem, row), seats: suitingSeats(problem, row) }
      assignment.unplaced.push({ mentee: mentee.id, ...reasonUnplaced(fallen) })
      return
    }
    const seat = (seatsUsed[column] ?? 0) + 1
    seatsUsed[column] = seat
    assignment.placed += 1
    assignment.waits += waitOf(mentee)
    assignment.totalScore += result.score - rules.loadPenalty * (seat - 1)
    assignment.pairs.push({ mentee: mentee.id, mentor: mentor.id, ...result, seat })
  })
  return assignment
}
