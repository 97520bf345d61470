import type { PartName } from '../domain/programme.ts'
import { type BarrierName, barrierBetween } from './criteria/barriers.ts'
import { criteriaFor, pointsOf } from './criteria/criteria.ts'
import type { Facts } from './criteria/facts.ts'
import type { Person } from './person.ts'
import type { MatchingRules } from './rules.ts'

/** Whole points by part. */
export type Parts = Record<PartName, number>
export type PairScore = { score: number; parts: Parts } | { barrier: BarrierName }

/**
 * How well a mentee and a mentor fit: 0 to 1000 whole points and the parts that add up to them, each at most its
 * weight; or the first hard rule that forbids the pair. Neither needs to be among the people that the rules were made
 * for.
 */
export const scorePair = (mentee: Person, mentor: Person, rules: MatchingRules): PairScore =>
  scoreFacts(rules.factsOf(mentee), rules.factsOf(mentor), rules)

export function scoreFacts(mentee: Facts, mentor: Facts, rules: MatchingRules): PairScore {
  const barrier = barrierBetween(mentee, mentor, rules)
  if (barrier !== undefined) return { barrier }
  const parts = partsOf(mentee, mentor, rules)
  return { score: parts.topics + parts.practice + parts.style + parts.contact + parts.background, parts }
}

/** The points of each part, whether or not a hard rule forbids the pair. */
export function partsOf(mentee: Facts, mentor: Facts, rules: MatchingRules): Parts {
  const parts: Parts = { topics: 0, practice: 0, style: 0, contact: 0, background: 0 }
  for (const { part, worth, criterion } of criteriaFor(rules.weights)) {
    parts[part] += pointsOf(criterion, worth, mentee, mentor, rules)
  }
  return parts
}
