import type { PhaseReport, RoundReport } from '../../domain/report.ts'
import { type Assignment, highestTotal } from '../assign.ts'
import type { Person } from '../person.ts'
import type { MatchingRules } from '../rules.ts'
import { reportOf } from './report.ts'
import { seatingOf } from './seating.ts'
import { whyNobody } from './why-nobody.ts'
import { whyPairs } from './why-pair.ts'

/** An assignment, accounted for: each of its pairs, each mentee it leaves out, and the whole of it. */
export type Account = Readonly<{
  /** How a pair ranks for either side, by the mentee's id. For organizers; facts are in `reasonsFor`. */
  ranks: ReadonlyMap<string, { forMentee: string; forMentor: string }>
  /** Who competed, and what would have helped, by the mentee's id. `help` is what she alone could do, at nobody's cost. */
  leftOut: ReadonlyMap<string, { detail: string; help?: string | undefined }>
  report: RoundReport
}>

/** Up to so many people, each pair and each mentee left out is explained at length: that takes some 5 s. */
const EXPLAINED_UP_TO = 5000
/** Up to so many, it is also known what putting the number placed first costs: as long as the pairing again. */
const PRICED_UP_TO = 20_000

/** `phases` may come from a clock, which this has not. */
export function accountOf(
  people: readonly Person[],
  rules: MatchingRules,
  assignment: Assignment,
  phases: readonly PhaseReport[],
): Account {
  const seating = seatingOf(people, rules, assignment)
  const atLength = people.length <= EXPLAINED_UP_TO
  return {
    ranks: new Map(
      (atLength ? whyPairs(assignment.pairs, people, rules) : []).map(({ mentee, words }) => {
        const [forMentee, forMentor] = words
        return [mentee, { forMentee, forMentor }]
      }),
    ),
    leftOut: new Map(
      (atLength ? whyNobody(seating) : []).map(({ mentee, words, change }) => {
        const help = change?.kind === 'answer' && change.costs === 'nobody' ? change.words : undefined
        return [mentee, { detail: words.join(' '), help }]
      }),
    ),
    report: reportOf(people, seating, {
      highestTotal: people.length <= PRICED_UP_TO ? highestTotal(people, rules) : undefined,
      phases,
    }),
  }
}
