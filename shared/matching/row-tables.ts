import { choiceTable, chosenPoints, criteriaFor, holdingPoints, hourPoints } from './criteria.ts'
import { type Packed, WEEK_WORDS } from './pack.ts'
import type { MatchingRules } from './rules.ts'

/** Masks of 27 are looked up in three steps of nine bits. */
export const STEP = 512
const NOTHING = 255

export type ScoringRules = Pick<MatchingRules, 'weights' | 'topicWeights'>

/** What each answer of a mentor gives: for one mentee from `start` on. */
type ChoiceTable = { points: Int16Array; start: number; most: number }
/** What each set of entries gives one mentee: three steps of nine bits, to add up. */
type ChosenTable = { points: Int16Array; most: number }

/**
 * What everything a mentor may say gives one mentee, as tables to add up; their order is that of the criteria of each
 * kind. `open(row)` makes them those of one mentee.
 */
export type RowTables = Readonly<{
  choices: readonly ChoiceTable[]
  chosen: readonly ChosenTable[]
  /** Points with and without what is sought, which is bit `sought` of two masks. */
  holding: { sought: number; held: number; lacking: number }
  /** Points of each number of hours, and the most. */
  hours: { points: Int16Array; most: number }
  open: (row: number) => void
}>

export function rowTables({ mentees }: Packed, rules: ScoringRules): RowTables {
  const criteria = criteriaFor(rules.weights)
  const lists = criteria.flatMap(({ criterion, worth }) => (criterion.kind === 'chosen' ? [{ criterion, worth }] : []))
  const worthOfHolding = criteria.find(({ criterion }) => criterion.kind === 'holding')?.worth ?? 0
  const [hours = new Int16Array(169)] = criteria.flatMap(({ criterion, worth }) =>
    criterion.kind === 'hours' ? [hourPoints(criterion, worth)] : [],
  )
  const small = criteria.flatMap(({ criterion, worth }) =>
    criterion.kind === 'choice' ? [choiceTable(criterion, worth)] : [],
  )
  const choices = small.map(({ points }) => ({ points, start: 0, most: 0 }))
  const chosen = lists.map(() => ({ points: new Int16Array(3 * STEP), most: 0 }))
  const holding = { sought: 0, held: 0, lacking: 0 }

  function open(row: number): void {
    choices.forEach((table, n) => {
      const { size, best } = small[n] ?? { size: 0, best: [] }
      const answer = mentees.choices[n]?.[row] ?? 0
      table.start = answer * size
      table.most = best[answer] ?? 0
    })
    chosen.forEach((table, n) => {
      const list = lists[n]
      const wanted = mentees.chosen[n]?.[row] ?? 0
      if (!list) return
      table.most = wanted === 0 ? 0 : list.worth
      fill(table.points, chosenPoints(list.criterion, list.worth, wanted, rules))
    })
    const sought = mentees.sought[row] ?? NOTHING
    const [held, lacking] = holdingPoints(worthOfHolding, sought === NOTHING ? -1 : sought)
    holding.sought = sought === NOTHING ? 0 : sought
    holding.held = held
    holding.lacking = lacking
  }
  return { choices, chosen, holding, hours: { points: hours, most: Math.max(...hours) }, open }
}

/** The sum of points of every set of nine entries, three times. */
function fill(table: Int16Array, points: readonly number[]): void {
  for (let step = 0; step < 3; step++) {
    const start = step * STEP
    for (let bit = 0; bit < 9; bit++) {
      const size = 1 << bit
      const more = points[step * 9 + bit] ?? 0
      for (let n = 0; n < size; n++) table[start + size + n] = (table[start + n] ?? 0) + more
    }
  }
}

/** How many hours two packed weeks share (Hacker's Delight, 2nd ed., section 5-1). */
export function sharedHours(one: Int32Array, oneAt: number, other: Int32Array, otherAt: number): number {
  let hours = 0
  for (let word = 0; word < WEEK_WORDS; word++) {
    let bits = (one[oneAt + word] ?? 0) & (other[otherAt + word] ?? 0)
    bits -= (bits >>> 1) & 0x55555555
    bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333)
    hours += Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
  }
  return hours
}
