import type { Optimum } from './optimum.ts'
import { prioritiesOf } from './priorities.ts'
import type { Problem } from './problem.ts'

/**
 * Picks one of the best assignments by ids alone: the first mentee gets the first mentor that any best assignment
 * gives, then the second mentee the first that is left in best assignments with that, and so on; being unplaced comes
 * after every mentor. Returns the places of that assignment.
 *
 * The prices of one best assignment tell all of them (complementary slackness): exactly those that make only pairs
 * worth their two prices, leave out only mentees without surplus, and stop at a seat whose penalty is the price. So a
 * mentee may move where a chain of such exchanges leads back to the place that is left. Chains are looked for
 * backwards from that place, mentees as bits: rows × columns × rows/32 steps at most.
 */
export function settleTies(problem: Problem, { places: found, prices, surplus }: Optimum): Int32Array {
  const { rows, columns, scores, seats, loadPenalty } = problem
  const priorities = prioritiesOf(problem)
  const unplaced = columns
  const words = Math.ceil(rows / 32)
  const places = found.slice()
  const counts = new Int32Array(columns + 1)
  const placed: Set<number>[] = Array.from({ length: columns + 1 }, () => new Set())
  /** For each place, a bit for each mentee who may be there without loss. */
  const welcome = new Int32Array((columns + 1) * words)
  const isWelcome = (row: number, place: number) =>
    ((welcome[place * words + (row >>> 5)] ?? 0) & (1 << (row & 31))) !== 0

  for (let row = 0; row < rows; row++) {
    const place = places[row] ?? unplaced
    counts[place] = (counts[place] ?? 0) + 1
    placed[place]?.add(row)
    for (let column = 0; column <= columns; column++) {
      const score = column === unplaced ? 0 : (scores[row * columns + column] ?? -1)
      const worth = column === unplaced ? 0 : (priorities[row] ?? 0) + score - (prices[column] ?? 0)
      if (score >= 0 && worth === surplus[row]) {
        const cell = column * words + (row >>> 5)
        welcome[cell] = (welcome[cell] ?? 0) | (1 << (row & 31))
      }
    }
  }

  const mayGrow = (column: number) =>
    (counts[column] ?? 0) < (seats[column] ?? 0) && prices[column] === loadPenalty * (counts[column] ?? 0)
  const mayShrink = (column: number) =>
    (counts[column] ?? 0) > 0 && prices[column] === loadPenalty * ((counts[column] ?? 0) - 1)

  /** Mentees whose place is not yet decided. */
  const open = new Int32Array(words).fill(-1)
  const close = (bits: Int32Array, row: number) => {
    bits[row >>> 5] = (bits[row >>> 5] ?? 0) & ~(1 << (row & 31))
  }

  /**
   * From every place that can pass one mentee on until somebody comes to `goal`: the place that it passes to, and who
   * goes there (-1: nobody, the numbers of seats used change instead).
   */
  function chainsTo(goal: number): { next: Int32Array; mover: Int32Array } {
    const next = new Int32Array(columns + 1).fill(-1)
    const mover = new Int32Array(columns + 1).fill(-1)
    const unseen = open.slice()
    next[goal] = goal
    for (const row of placed[goal] ?? []) close(unseen, row)
    const queue = [goal]
    const reach = (place: number, by: number, towards: number) => {
      if (next[place] !== -1) return
      next[place] = towards
      mover[place] = by
      for (const row of placed[place] ?? []) close(unseen, row)
      queue.push(place)
    }
    for (const place of queue) {
      for (let word = 0; word < words; word++) {
        const could = welcome[place * words + word] ?? 0
        for (let bits = could & (unseen[word] ?? 0); bits !== 0; bits = could & (unseen[word] ?? 0)) {
          const row = word * 32 + 31 - Math.clz32(bits)
          reach(places[row] ?? unplaced, row, place)
        }
      }
      if (place !== unplaced && mayShrink(place)) reach(unplaced, -1, place)
      if (place === unplaced)
        for (let column = 0; column < columns; column++) if (mayGrow(column)) reach(column, -1, place)
    }
    return { next, mover }
  }

  function move(row: number, to: number): void {
    const from = places[row] ?? unplaced
    placed[from]?.delete(row)
    placed[to]?.add(row)
    counts[from] = (counts[from] ?? 0) - 1
    counts[to] = (counts[to] ?? 0) + 1
    places[row] = to
  }

  function settle(row: number): void {
    close(open, row)
    const from = places[row] ?? unplaced
    const better: number[] = []
    for (let column = 0; column < from; column++) if (isWelcome(row, column)) better.push(column)
    if (better.length === 0) return
    const { next, mover } = chainsTo(from)
    const first = better.find((column) => next[column] !== -1)
    if (first === undefined) return
    move(row, first)
    for (let place = first; place !== from; ) {
      const towards = next[place] ?? from
      const by = mover[place] ?? -1
      if (by >= 0) move(by, towards)
      place = towards
    }
  }

  for (let row = 0; row < rows; row++) settle(row)
  return places
}
