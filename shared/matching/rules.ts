import { MatchingSettings, type MatchingSettingsInput, type Weights } from '../domain/programme.ts'
import { type Facts, readerOfFacts } from './facts.ts'
import type { Person } from './person.ts'
import { topicWeights } from './rarity.ts'

/** Everything that scoring and assigning need besides the two people. */
export type MatchingRules = Readonly<{
  weights: Weights
  minimumExperienceGap: number
  loadPenalty: number
  /** In the order of TOPICS; see `topicWeights`. */
  topicWeights: readonly number[]
  /** What is known of anybody, in the pool or not. */
  factsOf: (person: Person) => Facts
}>

/**
 * The rules for one population. Reads each person once; somebody who joins later is read when first compared. A person
 * is remembered by identity: do not change one in place.
 *
 * Throws a ZodError when the settings are wrong, e.g. weights that do not add up to 1000.
 */
export function rulesFor(people: readonly Person[], settings: MatchingSettingsInput = {}): MatchingRules {
  const { weights, rules, at } = MatchingSettings.parse(settings)
  const read = readerOfFacts(new Date(at))
  const known = new WeakMap<Person, Facts>(people.map((person) => [person, read(person)]))
  const factsOf = (person: Person): Facts => {
    const facts = known.get(person) ?? read(person)
    known.set(person, facts)
    return facts
  }
  return { weights, ...rules, topicWeights: topicWeights(people), factsOf }
}
