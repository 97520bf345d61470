import type { PhaseReport, RoundReport } from '../shared/domain/report.ts'
import type { Assignment } from '../shared/matching/assign.ts'
import type { Person } from '../shared/matching/person.ts'
import type { MatchingRules } from '../shared/matching/rules.ts'
import { accountOf } from '../shared/matching/words/account.ts'

type Explained = { result: Assignment; report: RoundReport }

/**
 * The same result with `ranks` for each pair, and for each mentee left out who competed and what would have helped: both
 * where there are few enough people to know it (see `accountOf`). `phases` are those of making it.
 */
export function explained(
  people: readonly Person[],
  rules: MatchingRules,
  result: Assignment,
  phases: readonly PhaseReport[],
): Explained {
  const { ranks, leftOut, report } = accountOf(people, rules, result, phases)
  const pairs = result.pairs.map((pair) => ({ ...pair, ranks: ranks.get(pair.mentee) }))
  const unplaced = result.unplaced.map((one) => ({ ...one, ...leftOut.get(one.mentee) }))
  return { result: { ...result, pairs, unplaced }, report }
}
