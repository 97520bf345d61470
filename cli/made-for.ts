import { inputHashOf, rulesVersionOf } from '../shared/matching/certificate.ts'
import type { Person } from '../shared/matching/person.ts'
import type { MatchingRules } from '../shared/matching/rules.ts'
import { InputError } from './input-error.ts'
import type { Stored } from './read-stored.ts'

export const madeForPeople = ({ certificate }: Stored, people: readonly Person[]): boolean =>
  certificate.inputHash === inputHashOf(people)

export const madeByRules = ({ certificate }: Stored, rules: MatchingRules): boolean =>
  certificate.rulesVersion === rulesVersionOf(rules)

/** Going on from a stored result makes sense for the people and by the rules that it was made for. */
export function checkMadeFor(name: string, stored: Stored, people: readonly Person[], rules: MatchingRules): void {
  if (!madeForPeople(stored, people)) throw new InputError(`${name}: this result was made for other people.`)
  if (!madeByRules(stored, rules)) {
    throw new InputError(`${name}: this result was made by other rules; please give those with --rules.`)
  }
}
