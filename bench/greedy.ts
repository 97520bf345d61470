import type { Instance } from './instance.ts'
import { type Outcome, outcomeOf } from './outcome.ts'

/**
 * Best first: takes the pair with the highest score of all while both are free, then the next. What most people would do
 * by hand in a spreadsheet.
 */
export function greedy(instance: Instance): Outcome {
  const { waits, seats, scores } = instance
  const left = [...seats]
  const mentorOf = new Int32Array(waits.length).fill(-1)
  const byScore: number[][] = Array.from({ length: 1001 }, () => [])
  for (let row = 0; row < waits.length; row++) {
    scores(row).forEach((score, column) => {
      if (score >= 0) byScore[score]?.push(row * seats.length + column)
    })
  }
  for (const pairs of byScore.toReversed()) {
    for (const pair of pairs) {
      const row = Math.floor(pair / seats.length)
      const column = pair % seats.length
      const free = left[column] ?? 0
      if (mentorOf[row] !== -1 || free === 0) continue
      mentorOf[row] = column
      left[column] = free - 1
    }
  }
  return outcomeOf(instance, mentorOf)
}
