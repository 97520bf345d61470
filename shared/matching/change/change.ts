import type { MatchingSettingsInput, Weights } from '../../domain/programme.ts'
import type { Person } from '../person.ts'
import { PoolError } from '../pool.ts'
import type { MatchingRules } from '../rules.ts'

/** What to try out. Whatever is not named stays as it is. */
export type Change = Readonly<{
  /** All weights together must still be 1000. */
  weights?: Partial<Weights>
  rules?: Partial<Pick<MatchingRules, 'minimumExperienceGap' | 'loadPenalty'>>
  /** Who comes, or changes: they replace who has the same id. */
  people?: readonly Person[]
  /** Ids of people who leave. */
  without?: readonly string[]
  /** The mentor's id for a mentee's id; undefined lets her go again. */
  pins?: ReadonlyMap<string, string | undefined>
  forbidden?: readonly (readonly [mentee: string, mentor: string])[]
}>

export const changedSettings = (old: MatchingRules, { weights, rules }: Change): MatchingSettingsInput => ({
  weights: { ...old.weights, ...weights },
  rules: { minimumExperienceGap: old.minimumExperienceGap, loadPenalty: old.loadPenalty, ...rules },
  at: old.at,
})

/**
 * Nobody is changed in place; whom nothing concerns is the same object as before.
 *
 * Throws a PoolError when a mentee who is to be pinned, or kept from a mentor, is not there.
 */
export function changedPeople(
  old: readonly Person[],
  { people = [], without = [], pins, forbidden }: Change,
): Person[] {
  const byId = new Map(old.map((person) => [person.id, person]))
  for (const person of people) byId.set(person.id, person)
  for (const id of without) byId.delete(id)
  const menteeCalled = (id: string, field: string): Person => {
    const person = byId.get(id)
    if (person?.role !== 'mentee') throw new PoolError(id, field, `No mentee has the id ${JSON.stringify(id)}.`)
    return person
  }
  for (const [mentee, pin] of pins ?? []) byId.set(mentee, { ...menteeCalled(mentee, 'pin'), pin })
  for (const [mentee, mentor] of forbidden ?? []) {
    const person = menteeCalled(mentee, 'blocked')
    byId.set(mentee, { ...person, blocked: [...(person.blocked ?? []), mentor] })
  }
  return [...byId.values()]
}
