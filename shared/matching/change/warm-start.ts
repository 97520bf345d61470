import type { Assignment } from '../assign.ts'
import { rulesVersionOf } from '../certificate.ts'
import { LEVEL } from '../engine/priorities.ts'
import type { Start } from '../engine/solve.ts'
import type { Person } from '../person.ts'
import { type Pool, poolOf, waitOf } from '../pool.ts'
import type { MatchingRules } from '../rules.ts'

/** An assignment that was made before: of whom, by what rules. */
export type Before = Readonly<{
  people: readonly Person[]
  rules: MatchingRules
  result: Pick<Assignment, 'pairs' | 'certificate'>
}>

/**
 * Where to start for nearly the same people, or by other rules: everybody sits where they sat, at the prices of before.
 * From any start the solver reaches an optimum; from one that is nearly right it is a step or two.
 *
 * A mentor who was not there costs what the one in the middle did: at a price that is a whole level too low, everybody
 * would give up their seat to bid for this one. What mentees had above the prices tells the first look which mentors are
 * worth a look; by other rules it says little, and nothing (0) makes it keep the best few of all at these prices.
 */
export const startFrom =
  ({ people, rules, result }: Before, newRules: MatchingRules) =>
  ({ mentees, mentors }: Pool): Start => {
    const { prices, surpluses } = result.certificate
    const old = poolOf(people, rules)
    const known = new Map(old.mentors.map(({ person }, column) => [person.id, prices[column] ?? 0]))
    const middle = prices.toSorted((one, other) => one - other)[prices.length >> 1] ?? 0
    /** Less what being placed is worth, which a wait changes. */
    const above = new Map<string, number>()
    if (rulesVersionOf(rules) === rulesVersionOf(newRules)) {
      old.mentees.forEach(({ person }, row) => {
        above.set(person.id, (surpluses[row] ?? 0) - LEVEL * waitOf(person))
      })
    }
    return {
      places: placesOf(new Map(result.pairs.map(({ mentee, mentor }) => [mentee, mentor])), { mentees, mentors }),
      prices: Float64Array.from(mentors, ({ person }) => known.get(person.id) ?? middle),
      surplus: Float64Array.from(mentees, ({ person }) => {
        const before = above.get(person.id)
        return before === undefined ? 0 : before + LEVEL * waitOf(person)
      }),
    }
  }

/** The column of each mentee's mentor; -1 for who has none, or one who is not in the pool. */
export function placesOf(pairs: ReadonlyMap<string, string>, { mentees, mentors }: Pick<Pool, 'mentees' | 'mentors'>) {
  const columns = new Map(mentors.map(({ person }, column) => [person.id, column]))
  return Int32Array.from(mentees, ({ person }) => columns.get(pairs.get(person.id) ?? '') ?? -1)
}
