import type { PartName, Weights } from '../../domain/programme.ts'
import { countHours, sharedWeek } from '../../domain/week.ts'
import { lowestBit } from './bits.ts'
import type { Facts } from './facts.ts'
import type { Choice, Chosen, Criterion, Crowd, Hours, Part } from './part.ts'
import { FULL, UNKNOWN } from './part.ts'
import { background } from './parts/background.ts'
import { contact } from './parts/contact.ts'
import { practice } from './parts/practice.ts'
import { style } from './parts/style.ts'
import { topics } from './parts/topics.ts'

/** What a score is made of, in the order of its weights. */
export const PARTS: readonly Part[] = [topics, practice, style, contact, background]

/** Whole points of a criterion worth so much: half a point is rounded up. */
const pointsFor = (worth: number, fit: number): number => Math.floor((worth * fit + FULL / 2) / FULL)

/** The most points of each criterion of a part; together exactly the part's weight. */
function worthsOf({ criteria }: Part, weight: number): number[] {
  let shares = 0
  let given = 0
  return criteria.map(({ share }) => {
    shares += share
    const worth = Math.floor((weight * shares + 50) / 100) - given
    given += worth
    return worth
  })
}

/** A criterion, the part it belongs to, and its most points. */
export type Worthy = Readonly<{ part: PartName; worth: number; criterion: Criterion }>

const known = new WeakMap<Weights, readonly Worthy[]>()

/** All criteria, each with its most points. */
export function criteriaFor(weights: Weights): readonly Worthy[] {
  const before = known.get(weights)
  if (before) return before
  const criteria = PARTS.flatMap((part) => {
    const worths = worthsOf(part, weights[part.name])
    return part.criteria.map((criterion, n) => ({ part: part.name, worth: worths[n] ?? 0, criterion }))
  })
  known.set(weights, criteria)
  return criteria
}

type ChoiceTable = Readonly<{ size: number; points: Int16Array; best: Int16Array }>
const tables = new WeakMap<Choice, Map<number, ChoiceTable>>()

/**
 * What each pair of answers gives, mentees' answers as rows, and the best that each answer of a mentee can meet. Made
 * once for each worth: rules come and go, and there are at most a thousand.
 */
export function choiceTable(choice: Choice, worth: number): ChoiceTable {
  const made = tables.get(choice) ?? new Map<number, ChoiceTable>()
  tables.set(choice, made)
  const before = made.get(worth)
  if (before) return before
  const { size, suits } = choice
  const points = Int16Array.from({ length: size * size }, (_, n) =>
    pointsFor(worth, suits(Math.floor(n / size), n % size)),
  )
  const best = Int16Array.from({ length: size }, (_, n) => Math.max(...points.subarray(n * size, (n + 1) * size)))
  const table = { size, points, best }
  made.set(worth, table)
  return table
}

/**
 * What each entry of a list gives this mentee when the mentor chose it too: nothing for what she did not choose; what
 * she did shares the whole worth by weight, rounded so that all together give exactly that. Written into an array as
 * long as the list.
 */
export function chosenPoints(chosen: Chosen, worth: number, wanted: number, crowd: Crowd, points: Int16Array): void {
  const weights = chosen.weights?.(crowd)
  const weightOf = (n: number) => (weights ? (weights[n] ?? 0) : 1)
  points.fill(0)
  let total = 0
  for (let left = wanted; left !== 0; left &= left - 1) total += weightOf(lowestBit(left))
  if (total === 0) return
  let before = 0
  let given = 0
  for (let left = wanted; left !== 0; left &= left - 1) {
    const n = lowestBit(left)
    before += weightOf(n)
    const sum = Math.floor((2 * worth * before + total) / (2 * total))
    points[n] = sum - given
    given = sum
  }
}

/** The points of every entry that both chose. */
export function sumOf(points: Int16Array, both: number): number {
  let sum = 0
  for (let left = both; left !== 0; left &= left - 1) sum += points[lowestBit(left)] ?? 0
  return sum
}

/** What each number of shared hours gives, 0 to 168. */
export const hourPoints = ({ suits }: Hours, worth: number): Int16Array =>
  Int16Array.from({ length: 169 }, (_, hours) => pointsFor(worth, suits(hours)))

/** What the mentee has when the mentor holds what she seeks, and when not. */
export const holdingPoints = (worth: number, sought: number): readonly [held: number, lacking: number] =>
  sought < 0 ? [pointsFor(worth, UNKNOWN), pointsFor(worth, UNKNOWN)] : [worth, 0]

/** The points of one criterion for one pair, straight from its declaration. */
export function pointsOf(criterion: Criterion, worth: number, mentee: Facts, mentor: Facts, crowd: Crowd): number {
  switch (criterion.kind) {
    case 'choice':
      return pointsFor(worth, criterion.suits(criterion.answer(mentee), criterion.answer(mentor)))
    case 'chosen': {
      const points = new Int16Array(criterion.size)
      const wanted = criterion.mask(mentee)
      chosenPoints(criterion, worth, wanted, crowd, points)
      return sumOf(points, wanted & criterion.mask(mentor))
    }
    case 'holding': {
      const sought = criterion.sought(mentee)
      const [held, lacking] = holdingPoints(worth, sought)
      return sought >= 0 && (criterion.held(mentor)[sought >> 5] ?? 0) & (1 << (sought & 31)) ? held : lacking
    }
    case 'hours':
      return pointsFor(worth, criterion.suits(countHours(sharedWeek(mentee.week, mentor.week))))
  }
}
