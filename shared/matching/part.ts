import type { PartName } from '../domain/programme.ts'
import type { Facts } from './facts.ts'
import type { MatchingRules } from './rules.ts'

/** One thing that makes a pair better or worse. */
type Criterion = Readonly<{
  /** Percent of its part's points; the criteria of a part share 100. */
  share: number
  /** How well the two fit, in whole thousandths: 0 not at all, 500 when we cannot tell, 1000 perfectly. */
  fit: (mentee: Facts, mentor: Facts, rules: MatchingRules) => number
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
