import { choiceTable, chosenPoints, criteriaFor, holdingPoints, hourPoints, sumOf } from '../criteria/criteria.ts'
import type { MatchingRules } from '../rules.ts'
import { type Packed, type Side, WEEK_WORDS } from './pack.ts'

/** Nobody's number of what is sought. */
const NOTHING = 255

export type ScoringRules = Pick<MatchingRules, 'weights' | 'topicWeights'>

/** What each answer of a mentor gives: for the mentee's answer `size` entries from `start` on. */
type ChoiceTable = {
  points: Int16Array
  size: number
  /** The most that each answer of a mentee can meet. */
  best: Int16Array
  answer: number
  start: number
  most: number
}
/** What each entry of a list gives one mentee, and what she wants. */
type ChosenTable = { points: Int16Array; wanted: number; most: number }

/**
 * What everything a mentor may say gives one mentee; their order is that of the criteria of each kind. `open(row)` makes
 * them those of one mentee.
 */
export type RowTables = Readonly<{
  choices: readonly ChoiceTable[]
  chosen: readonly ChosenTable[]
  /** Points with and without what is sought, which is bit `sought` of two masks. */
  holding: { sought: number; held: number; lacking: number }
  /** Points of each number of hours, and the most. */
  hours: { points: Int16Array; most: number }
  /** What a mentor would give who says the best in everything. */
  perfect: () => number
  /** The points with one mentor, hard rules aside. */
  score: (column: number) => number
  open: (row: number) => void
}>

export function rowTables({ mentees, mentors }: Packed, rules: ScoringRules): RowTables {
  const criteria = criteriaFor(rules.weights)
  const lists = criteria.flatMap(({ criterion, worth }) => (criterion.kind === 'chosen' ? [{ criterion, worth }] : []))
  const worthOfHolding = criteria.find(({ criterion }) => criterion.kind === 'holding')?.worth ?? 0
  const [hours = new Int16Array(169)] = criteria.flatMap(({ criterion, worth }) =>
    criterion.kind === 'hours' ? [hourPoints(criterion, worth)] : [],
  )
  const small = criteria.flatMap(({ criterion, worth }) =>
    criterion.kind === 'choice' ? [choiceTable(criterion, worth)] : [],
  )
  const choices = small.map((table) => ({ ...table, answer: 0, start: 0, most: 0 }))
  const chosen = lists.map(({ criterion }) => ({ points: new Int16Array(criterion.size), wanted: 0, most: 0 }))
  const holding = { sought: 0, held: 0, lacking: 0 }

  let week = 0

  function open(row: number): void {
    week = row * WEEK_WORDS
    choices.forEach((table, n) => {
      table.answer = mentees.choices[n]?.[row] ?? 0
      table.start = table.answer * table.size
      table.most = table.best[table.answer] ?? 0
    })
    chosen.forEach((table, n) => {
      const list = lists[n]
      const wanted = mentees.chosen[n]?.[row] ?? 0
      if (!list) return
      chosenPoints(list.criterion, list.worth, wanted, rules, table.points)
      table.wanted = wanted
      table.most = sumOf(table.points, wanted)
    })
    const sought = mentees.sought[row] ?? NOTHING
    const [held, lacking] = holdingPoints(worthOfHolding, sought === NOTHING ? -1 : sought)
    holding.sought = sought === NOTHING ? 0 : sought
    holding.held = held
    holding.lacking = lacking
  }

  function score(column: number): number {
    let sum = hours[sharedHours(mentees.week, week, mentors.week, column * WEEK_WORDS)] ?? 0
    sum += holds(mentors, column, holding.sought) ? holding.held : holding.lacking
    for (let n = 0; n < choices.length; n++) {
      const table = choices[n]
      sum += table?.points[table.start + (mentors.choices[n]?.[column] ?? 0)] ?? 0
    }
    for (let n = 0; n < chosen.length; n++) {
      const table = chosen[n]
      if (table) sum += sumOf(table.points, table.wanted & (mentors.chosen[n]?.[column] ?? 0))
    }
    return sum
  }

  const mostHours = Math.max(...hours)
  const perfect = () => [...choices, ...chosen].reduce((sum, { most }) => sum + most, holding.held + mostHours)
  return { choices, chosen, holding, hours: { points: hours, most: mostHours }, perfect, score, open }
}

const holds = ({ heldLow, heldHigh }: Side, column: number, sought: number): boolean =>
  (((sought < 32 ? heldLow : heldHigh)[column] ?? 0) & (1 << (sought & 31))) !== 0

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
