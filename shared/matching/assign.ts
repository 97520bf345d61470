import { type Certificate, inputHashOf, rulesVersionOf } from './certificate.ts'
import { fallenOf } from './engine/fallen.ts'
import { type Packed, pack } from './engine/pack.ts'
import { type Found, type ScanRequest, scannerOf } from './engine/scan.ts'
import { type Phase, type Solution, type Start, solve } from './engine/solve.ts'
import type { Person } from './person.ts'
import { type Pool, poolOf, seatsOf, waitOf } from './pool.ts'
import type { MatchingRules } from './rules.ts'
import { type Parts, scoreFacts } from './score.ts'
import { reasonUnplaced, type Unplaced } from './words/unplaced.ts'

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
  /** Proves that it is the best; see `verify`. */
  certificate: Certificate
}

/** Whoever does the scans: this thread, or several. */
export type Scanner = { scan: (requests: readonly ScanRequest[]) => Promise<Found[]>; close: () => Promise<void> }

/**
 * The best assignment of mentees to mentors' free seats. Pins come first; then no hard rule is broken, each mentee has at
 * most one mentor, no mentor more mentees than free seats. Best means, strictly in this order:
 *
 * 1. most mentees placed;
 * 2. the largest sum of rounds waited by those placed. Which mentees can be placed together is a transversal matroid
 *    (Edmonds & Fulkerson 1965), and in a matroid the largest sum is also best lexicographically: nobody who waited
 *    longer is left out for any number of people who waited less;
 * 3. the highest `totalScore`: the sum of scores, less loadPenalty·(k−1) for a mentor's k-th new mentee;
 * 4. among equally good ones, the one that the solver meets first, going through everybody in the order of their ids (by
 *    UTF-16 code unit). It has no clock, no chance and no other order, so the order of `people`, the number of threads
 *    and the machine cannot matter.
 *
 * `startFrom` says where to start, and `choose` which of the equally good ones to take instead of 4; neither changes what
 * is best (see `startFrom` and `assignKeeping`).
 *
 * Throws a PoolError that names the id when two people have the same one, a number is impossible, or a pin cannot be
 * honoured (see `poolOf`).
 */
export function assign(
  people: readonly Person[],
  rules: MatchingRules,
  startFrom?: (pool: Pool) => Start | undefined,
  choose?: (best: Solution, round: Round) => Solution,
): Assignment {
  const round = openRound(people, rules)
  const { pool, packed } = round
  const scan = scannerOf(packed, rules)
  const steps = solve(packed, rules.loadPenalty, startFrom?.(pool))
  let step = steps.next([])
  while (!step.done) step = steps.next(step.value.scans.map(scan))
  return closeRound(round, choose?.(step.value, round) ?? step.value)
}

/**
 * The highest total score of any assignment, however many it places and whoever waited: what putting those first costs is
 * the difference. Pins are honoured.
 */
export function highestTotal(people: readonly Person[], rules: MatchingRules): number {
  const round = openRound(people, rules)
  const scan = scannerOf(round.packed, rules)
  const steps = solve({ ...round.packed, waits: undefined }, rules.loadPenalty)
  let step = steps.next([])
  while (!step.done) step = steps.next(step.value.scans.map(scan))
  return closeRound(round, step.value).totalScore
}

type Help = {
  scannerFor: (packed: Packed, rules: MatchingRules) => Scanner
  /** Hears what is about to be done; the work waits for it. */
  watch?: (phase: Phase) => unknown
}

/** The same assignment, with somebody else doing the scans and somebody watching. */
export async function assignWith(people: readonly Person[], rules: MatchingRules, help: Help): Promise<Assignment> {
  const round = openRound(people, rules)
  const { packed } = round
  const scanner = help.scannerFor(packed, rules)
  try {
    const steps = solve(packed, rules.loadPenalty)
    let step = steps.next([])
    while (!step.done) {
      const { phase, scans } = step.value
      await help.watch?.(phase)
      step = steps.next(await scanner.scan(scans))
    }
    return closeRound(round, step.value)
  } finally {
    await scanner.close()
  }
}

export type Round = Readonly<{ people: readonly Person[]; rules: MatchingRules; pool: Pool; packed: Packed }>

function openRound(people: readonly Person[], rules: MatchingRules): Round {
  const pool = poolOf(people, rules)
  return { people, rules, pool, packed: pack(pool, rules) }
}

/** Puts the solution into words. */
function closeRound({ people, rules, pool, packed }: Round, { places, prices, surplus }: Solution): Assignment {
  const mentors = new Map(people.filter((person) => seatsOf(person) > 0).map((mentor) => [mentor.id, mentor]))
  const rows = new Map(pool.mentees.map(({ person }, row) => [person.id, row]))
  const fallen = fallenOf(packed, rules)
  const seatsUsed = new Map<string, number>()
  const assignment: Assignment = {
    placed: 0,
    totalScore: 0,
    waits: 0,
    pairs: [],
    unplaced: [],
    certificate: {
      prices: [...prices],
      surpluses: [...surplus],
      rulesVersion: rulesVersionOf(rules),
      inputHash: inputHashOf(people),
    },
  }
  for (const mentee of pool.everyMentee) {
    const row = rows.get(mentee.id) ?? -1
    const mentor = mentors.get(pool.pins.get(mentee.id) ?? pool.mentors[places[row] ?? -1]?.person.id ?? '')
    if (!mentor) {
      assignment.unplaced.push({ mentee: mentee.id, ...reasonUnplaced(fallen(row)) })
      continue
    }
    const result = scoreFacts(rules.read(mentee), rules.read(mentor), rules)
    if ('barrier' in result) throw new Error(`The solver made a pair that the rule ${result.barrier} forbids.`)
    const seat = (seatsUsed.get(mentor.id) ?? 0) + 1
    seatsUsed.set(mentor.id, seat)
    assignment.placed += 1
    assignment.waits += waitOf(mentee)
    assignment.totalScore += result.score - rules.loadPenalty * (seat - 1)
    assignment.pairs.push({ mentee: mentee.id, mentor: mentor.id, ...result, seat })
  }
  return assignment
}
