import type { Instance } from './instance.ts'

/** The three levels of an assignment. */
export type Outcome = { placed: number; waits: number; totalScore: number }

/** What an assignment is worth; `mentorOf` is the column of each mentee's mentor, -1 for nobody. */
export function outcomeOf({ waits, seats, loadPenalty, scores }: Instance, mentorOf: Int32Array): Outcome {
  const used = seats.map(() => 0)
  const outcome = { placed: 0, waits: 0, totalScore: 0 }
  mentorOf.forEach((column, row) => {
    if (column < 0) return
    const seat = used[column] ?? 0
    used[column] = seat + 1
    outcome.placed += 1
    outcome.waits += waits[row] ?? 0
    outcome.totalScore += (scores(row)[column] ?? 0) - loadPenalty * seat
  })
  return outcome
}
