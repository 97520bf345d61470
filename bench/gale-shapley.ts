import type { Instance } from './instance.ts'
import { type Outcome, outcomeOf } from './outcome.ts'

type Offer = { row: number; score: number }

/**
 * Deferred acceptance with mentees proposing (Gale & Shapley 1962): both sides prefer higher scores, among equals who
 * comes first. No two would rather have each other; that is not the same as many being placed, or placed well.
 */
export function galeShapley(instance: Instance): Outcome {
  const { waits, seats, scores } = instance
  const wishes = waits.map((_, row) => wishesOf(scores(row)))
  const held: Offer[][] = seats.map(() => [])
  const proposing = waits.map((_, row) => row)
  for (let row = proposing.pop(); row !== undefined; row = proposing.pop()) {
    const wish = wishes[row]?.pop()
    if (wish === undefined) continue
    const column = wish % COLUMNS
    const offers = held[column] ?? []
    offers.push({ row, score: Math.floor(wish / COLUMNS) })
    offers.sort((one, other) => other.score - one.score || one.row - other.row)
    const refused = offers.length > (seats[column] ?? 0) ? offers.pop() : undefined
    if (refused) proposing.push(refused.row)
  }
  const mentorOf = new Int32Array(waits.length).fill(-1)
  held.forEach((offers, column) => {
    for (const { row } of offers) mentorOf[row] = column
  })
  return outcomeOf(instance, mentorOf)
}

const COLUMNS = 2 ** 20

/** The mentors a mentee may have, as score·2²⁰ + column; the best is last. */
function wishesOf(scores: Int16Array): number[] {
  const wishes: number[] = []
  scores.forEach((score, column) => {
    if (score >= 0) wishes.push(score * COLUMNS + column)
  })
  return wishes.sort((one, other) => one - other)
}
