import type { PartName } from '../../domain/programme.ts'
import type { Facts } from './facts.ts'

/**
 * One thing that makes a pair better or worse, declared once: scoring a pair, bounding a whole group of mentors and the
 * fast tables of the solver all come from it. Fits are whole thousandths: 0 not at all, 500 when we cannot tell, 1000
 * perfectly. `share` is the percent of its part's points; the criteria of a part share 100.
 */
export type Criterion = Readonly<{ share: number } & (Choice | Chosen | Holding | Hours)>

/** Both gave one of a few answers, some of which go together: a small table. */
export type Choice = {
  kind: 'choice'
  /** Answers are 0 to size − 1, at most 127. */
  size: number
  answer: (person: Facts) => number
  suits: (mentees: number, mentors: number) => number
}

/** Both chose from one list: the covered share of what the mentee chose. */
export type Chosen = {
  kind: 'chosen'
  /** The length of the list, at most 27. */
  size: number
  mask: (person: Facts) => number
  /** How much each entry counts; all the same when missing. */
  weights?: (crowd: Crowd) => readonly number[]
}

/** The mentee seeks one thing that mentors hold or not. */
type Holding = {
  kind: 'holding'
  /** Its number, 0 to 63; -1 when she seeks nothing: that counts half. */
  sought: (mentee: Facts) => number
  /** Two masks of 32. */
  held: (mentor: Facts) => readonly [low: number, high: number]
}

/** The hours of the week that both are free. */
export type Hours = { kind: 'hours'; suits: (hours: number) => number }

/** What criteria may know of the whole pool. */
export type Crowd = Readonly<{
  /** In the order of TOPICS; see `topicWeights`. */
  topicWeights: readonly number[]
}>

/** A named part of a score: what it counts, and how it is told. */
export type Part = Readonly<{
  name: PartName
  criteria: readonly Criterion[]
  /**
   * Facts worth telling both people, best first; none when there is nothing to tell. No names, no employers, true
   * whoever reads it.
   */
  words: (mentee: Facts, mentor: Facts) => readonly string[]
}>

/** What cannot be told counts half, so that leaving an answer out is neither punished nor rewarded. */
export const UNKNOWN = 500
export const FULL = 1000
