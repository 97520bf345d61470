import { closeSync, openSync, writeSync } from 'node:fs'
import { pack } from '../shared/matching/engine/pack.ts'
import { scorerOf } from '../shared/matching/engine/scorer.ts'
import type { Person } from '../shared/matching/person.ts'
import { poolOf, seatsOf, waitOf } from '../shared/matching/pool.ts'
import type { MatchingRules } from '../shared/matching/rules.ts'

/** Everything there is to know for pairing, with every pair's score. */
export type Instance = Readonly<{
  waits: readonly number[]
  seats: readonly number[]
  loadPenalty: number
  /** The score of each mentor for one mentee; negative where the pair is forbidden. Used again for the next. */
  scores: (row: number) => Int16Array
}>

export function instanceOf(people: readonly Person[], rules: MatchingRules): Instance {
  const pool = poolOf(people, rules)
  return {
    waits: pool.mentees.map(({ person }) => waitOf(person)),
    seats: pool.mentors.map(({ person }) => seatsOf(person)),
    loadPenalty: rules.loadPenalty,
    scores: scorerOf(pack(pool, rules), rules),
  }
}

/** More than all scores there can be: then one number holds all three levels. */
export const unitOf = ({ waits }: Instance): number => waits.length * 1200

/** The three levels as the one number that peers are given: (waits + 1)·unit for each who is placed, and the scores. */
export const worthOf = (sums: { placed: number; waits: number; totalScore: number }, unit: number): number =>
  (sums.placed + sums.waits) * unit + sums.totalScore

/**
 * For the peers: mentees, mentors, the penalty and the unit as float64; each mentee's waits and each mentor's seats as
 * int32; then all scores by mentee as int16. A row at a time: all of them may be larger than a buffer can be. Answers how
 * many pairs may be made.
 */
export function writeInstance(file: string, instance: Instance): number {
  const { waits, seats, loadPenalty, scores } = instance
  const descriptor = openSync(file, 'w')
  writeSync(descriptor, Float64Array.of(waits.length, seats.length, loadPenalty, unitOf(instance)))
  writeSync(descriptor, Int32Array.from([...waits, ...seats]))
  let possible = 0
  for (let row = 0; row < waits.length; row++) {
    const own = scores(row)
    for (const score of own) if (score >= 0) possible++
    writeSync(descriptor, own)
  }
  closeSync(descriptor)
  return possible
}
