import { type Assignment, assign } from '../assign.ts'
import type { Person } from '../person.ts'
import type { MatchingRules } from '../rules.ts'
import { keepMost } from './keep-most.ts'
import { tiesOf } from './ties.ts'
import { type Before, placesOf, startFrom } from './warm-start.ts'

/** `mostKept` is true when it is certain that no best assignment keeps more; see `tiesOf` for when it may not be. */
export type Keeping = { result: Assignment; mostKept: boolean }

/**
 * The best assignment, and among equally good ones one with the most pairs (mentee to mentor) that are wished for. So
 * what changes between two rounds is what has to, and no tie falls another way than before.
 */
export function assignKeeping(
  people: readonly Person[],
  rules: MatchingRules,
  pairs: ReadonlyMap<string, string>,
  before?: Before,
): Keeping {
  let mostKept = true
  const result = assign(people, rules, before && startFrom(before, rules), (best, round) => {
    const wished = placesOf(pairs, round.pool)
    if (wished.every((column, row) => column < 0 || column === best.places[row])) return best
    const ties = tiesOf(round, best)
    mostKept = ties.complete
    return { ...best, places: keepMost(ties, best.places, wished) }
  })
  return { result, mostKept }
}
