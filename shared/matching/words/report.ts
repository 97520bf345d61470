import { MOST_ROUNDS_WAITED } from '../../domain/profile.ts'
import type { PhaseReport, RoundReport } from '../../domain/report.ts'
import type { Person } from '../person.ts'
import { seatsOf, waitOf } from '../pool.ts'
import { countBlockingPairs } from './blocking.ts'
import { recruits } from './recruit.ts'
import { reachedFrom } from './rivals.ts'
import { leftOutRows, type Seating } from './seating.ts'

type Known = {
  /** The highest total score of any assignment, however many it places: a second run with no priorities. */
  highestTotal?: number | undefined
  phases?: readonly PhaseReport[] | undefined
}

const MOST_RECRUITS = 10
/** What a form lets a mentor offer. */
const MOST_SEATS = 5
/** In pools of so many pairs, those of 25,000 people, blocking ones are counted and recruiting is thought through. */
const MOST_PAIRS = 10 ** 8

/** The report of a round. Costs what `countBlockingPairs` and `recruits` do. */
export function reportOf(
  people: readonly Person[],
  seating: Seating,
  { highestTotal, phases = [] }: Known = {},
): RoundReport {
  const { result, packed } = seating
  const mentees = people.filter(({ role }) => role === 'mentee')
  const mentors = people.filter((person) => seatsOf(person) > 0)
  const placed = new Set(result.pairs.map(({ mentee }) => mentee))
  const scores = result.pairs.map(({ score }) => score).sort((one, other) => one - other)
  const countable = packed.mentees.count * packed.mentors.count <= MOST_PAIRS
  return {
    mentees: mentees.length,
    mentors: mentors.length,
    seats: mentors.reduce((sum, mentor) => sum + seatsOf(mentor), 0),
    placed: placed.size,
    placedAtMost: placedAtMost(seating),
    waits: {
      placed: waitsOf(mentees.filter(({ id }) => placed.has(id))),
      leftOut: waitsOf(mentees.filter(({ id }) => !placed.has(id))),
    },
    scores: { total: result.totalScore, ...spreadOf(scores) },
    load: loadOf(mentors, result.pairs),
    ...(countable && { blockingPairs: countBlockingPairs(seating) }),
    ...(highestTotal !== undefined && { priceOfPlacing: highestTotal - result.totalScore }),
    recruit: countable
      ? recruits(seating)
          .slice(0, MOST_RECRUITS)
          .map(({ words, places }) => ({ words, places }))
      : [],
    phases: [...phases],
  }
}

/**
 * How many mentees any assignment can place at most, as whoever knows the pool can check it (Hall 1935; the deficiency
 * version, Ore 1955): those left out, and all who sit with a mentor that exchanges lead to from them, have these mentors
 * alone; so no more of them can be placed than these have seats, and of all others no more than there are.
 */
export function placedAtMost(seating: Seating): number {
  const { pool, packed, sitting, mayPair } = seating
  const out = leftOutRows(seating)
  const direct: number[] = []
  let others = [...sitting.keys()]
  for (const row of out) {
    others = others.filter((column) => {
      if (!mayPair(row, column)) return true
      direct.push(column)
      return false
    })
  }
  const reached = reachedFrom(direct, seating)
  const dependent = out.length + reached.reduce((sum, column) => sum + (sitting[column]?.length ?? 0), 0)
  const theirSeats = reached.reduce((sum, column) => sum + (packed.seats[column] ?? 0), 0)
  return pool.pins.size + pool.mentees.length - Math.max(0, dependent - theirSeats)
}

function waitsOf(mentees: readonly Person[]): number[] {
  const counts = Array.from({ length: MOST_ROUNDS_WAITED + 1 }, () => 0)
  for (const mentee of mentees) counts[waitOf(mentee)] = (counts[waitOf(mentee)] ?? 0) + 1
  return counts
}

function spreadOf(sorted: readonly number[]): { worst?: number; median?: number } {
  const [worst] = sorted
  if (worst === undefined) return {}
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1)
  return { worst, median: middle.reduce((sum, score) => sum + score, 0) / middle.length }
}

function loadOf(mentors: readonly Person[], pairs: Seating['result']['pairs']): number[] {
  const loads = new Map(mentors.map(({ id }) => [id, 0]))
  for (const { mentor } of pairs) loads.set(mentor, (loads.get(mentor) ?? 0) + 1)
  const most = mentors.reduce((most, mentor) => Math.max(most, Math.min(seatsOf(mentor), pairs.length)), MOST_SEATS)
  const counts = Array.from({ length: most + 1 }, () => 0)
  for (const load of loads.values()) counts[load] = (counts[load] ?? 0) + 1
  return counts
}
