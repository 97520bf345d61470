import { countBits } from './criteria/bits.ts'
import {
  chosenPoints,
  criteriaFor,
  holdingPoints,
  hourPoints,
  pointsOf,
  sumOf,
  type Worthy,
} from './criteria/criteria.ts'
import type { Facts } from './criteria/facts.ts'
import type { MatchingRules } from './rules.ts'

/** A week is a mask of 24 hours a day. */
const DAYS = 7

/** Adds what one criterion gives a mentee with each mentor. */
type Adding = (mentee: Facts, sums: Int16Array) => void

/**
 * The points of one mentee with every mentor, hard rules aside: what `partsOf` adds up to, quickly, from nothing but the
 * declarations of the criteria. `verify` stands on it, so it has nothing in common with what the solver does. The array
 * is used again for the next mentee.
 */
export function pointsWith(mentors: readonly Facts[], rules: MatchingRules): (mentee: Facts) => Int16Array {
  const criteria = criteriaFor(rules.weights).map((worthy) => adding(worthy, mentors, rules))
  const sums = new Int16Array(mentors.length)
  return (mentee) => {
    sums.fill(0)
    for (const add of criteria) add(mentee, sums)
    return sums
  }
}

/** The loops are written out, because they are passed through for every pair there is. */
function adding({ criterion, worth }: Worthy, mentors: readonly Facts[], rules: MatchingRules): Adding {
  switch (criterion.kind) {
    case 'choice': {
      const answers = Uint8Array.from(mentors, criterion.answer)
      // One mentor for each answer says what it gives.
      const sample = new Map(mentors.map((mentor, n) => [answers[n] ?? 0, mentor]))
      const points = new Int16Array(criterion.size)
      return (mentee, sums) => {
        for (const [answer, mentor] of sample) points[answer] = pointsOf(criterion, worth, mentee, mentor, rules)
        for (let n = 0; n < sums.length; n++) sums[n] = (sums[n] ?? 0) + (points[answers[n] ?? 0] ?? 0)
      }
    }
    case 'chosen': {
      const masks = Int32Array.from(mentors, criterion.mask)
      const points = new Int16Array(criterion.size)
      return (mentee, sums) => {
        const wanted = criterion.mask(mentee)
        chosenPoints(criterion, worth, wanted, rules, points)
        for (let n = 0; n < sums.length; n++) {
          const both = wanted & (masks[n] ?? 0)
          if (both !== 0) sums[n] = (sums[n] ?? 0) + sumOf(points, both)
        }
      }
    }
    case 'holding': {
      const low = Int32Array.from(mentors, (mentor) => criterion.held(mentor)[0])
      const high = Int32Array.from(mentors, (mentor) => criterion.held(mentor)[1])
      return (mentee, sums) => {
        const sought = criterion.sought(mentee)
        const [held, lacking] = holdingPoints(worth, sought)
        const masks = sought < 32 ? low : high
        const bit = sought < 0 ? 0 : 1 << (sought & 31)
        for (let n = 0; n < sums.length; n++) sums[n] = (sums[n] ?? 0) + ((masks[n] ?? 0) & bit ? held : lacking)
      }
    }
    case 'hours': {
      const points = hourPoints(criterion, worth)
      const weeks = Int32Array.from(mentors.flatMap(({ week }) => week))
      return ({ week }, sums) => {
        for (let n = 0; n < sums.length; n++) {
          let hours = 0
          for (let day = 0; day < DAYS; day++) hours += countBits((week[day] ?? 0) & (weeks[n * DAYS + day] ?? 0))
          sums[n] = (sums[n] ?? 0) + (points[hours] ?? 0)
        }
      }
    }
  }
}
