import type { MatchingRules } from '../rules.ts'
import { type Packed, WEEK_WORDS } from './pack.ts'
import { rowTables, type ScoringRules, sharedHours } from './row-tables.ts'
import { stopsOf } from './stops.ts'

/** Masks of 27 are looked up in three steps of nine bits. */
const STEP = 512

/**
 * `scorePair` for one mentee and every mentor: the score, or −1 − n where the n-th hard rule is the first to forbid the
 * pair. No bounds, nothing left out; `verify` stands on it, and the tests hold it against `scorePair`. The array is
 * used again for the next mentee.
 */
export function scorerOf(packed: Packed, rules: ScoringRules & Pick<MatchingRules, 'minimumExperienceGap'>) {
  const { mentees, mentors } = packed
  const tables = rowTables(packed, rules)
  const stops = stopsOf(packed, rules)
  const scores = new Int16Array(mentors.count)
  const sums = tables.chosen.map(() => new Int16Array(3 * STEP))

  return (row: number): Int16Array => {
    tables.open(row)
    tables.chosen.forEach(({ points }, n) => {
      fill(sums[n] ?? points, points)
    })
    const { holding, hours } = tables
    for (let column = 0; column < mentors.count; column++) {
      const barrier = stops(row, column)
      scores[column] = -1 - barrier
      if (barrier >= 0) continue
      const shared = sharedHours(mentees.week, row * WEEK_WORDS, mentors.week, column * WEEK_WORDS)
      const masks = holding.sought < 32 ? mentors.heldLow : mentors.heldHigh
      let score = hours.points[shared] ?? 0
      score += (masks[column] ?? 0) & (1 << (holding.sought & 31)) ? holding.held : holding.lacking
      for (let n = 0; n < tables.choices.length; n++) {
        const table = tables.choices[n]
        score += table?.points[table.start + (mentors.choices[n]?.[column] ?? 0)] ?? 0
      }
      for (let n = 0; n < sums.length; n++) {
        const points = sums[n]
        const mask = mentors.chosen[n]?.[column] ?? 0
        for (let step = 0; step < 3; step++) score += points?.[step * STEP + ((mask >>> (9 * step)) & (STEP - 1))] ?? 0
      }
      scores[column] = score
    }
    return scores
  }
}

/** The sum of points of every set of nine entries, three times. */
function fill(table: Int16Array, points: Int16Array): void {
  for (let step = 0; step < 3; step++) {
    const start = step * STEP
    for (let bit = 0; bit < 9; bit++) {
      const size = 1 << bit
      const more = points[step * 9 + bit] ?? 0
      for (let n = 0; n < size; n++) table[start + size + n] = (table[start + n] ?? 0) + more
    }
  }
}
