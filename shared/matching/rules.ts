import { MatchingSettings, type MatchingSettingsInput, type Weights } from '../domain/programme.ts'
import { type Facts, readerOfFacts } from './criteria/facts.ts'
import type { Crowd } from './criteria/part.ts'
import { topicWeights } from './criteria/rarity.ts'
import type { Person } from './person.ts'

/** Everything that scoring and assigning need besides the two people. */
export type MatchingRules = Crowd &
  Readonly<{
    weights: Weights
    minimumExperienceGap: number
    loadPenalty: number
    /** The week in which time zones are compared. */
    at: string
    /** What is known of anybody, in the pool or not; remembered. */
    factsOf: (person: Person) => Facts
    /** The same, read anew and not remembered: for passing through a whole pool once. */
    read: (person: Person) => Facts
  }>

/**
 * The rules for one population. A person is remembered by identity once compared: do not change one in place.
 *
 * Throws a ZodError when the settings are wrong, e.g. weights that do not add up to 1000.
 */
export function rulesFor(people: readonly Person[], settings: MatchingSettingsInput = {}): MatchingRules {
  const { weights, rules, at } = MatchingSettings.parse(settings)
  const read = readerOfFacts(new Date(at))
  const known = new WeakMap<Person, Facts>()
  const factsOf = (person: Person): Facts => {
    const facts = known.get(person) ?? read(person)
    known.set(person, facts)
    return facts
  }
  return { weights, ...rules, at, topicWeights: topicWeights(people), factsOf, read }
}
