import type { Assignment } from '../assign.ts'
import type { Person } from '../person.ts'
import { PoolError } from '../pool.ts'
import type { MatchingRules } from '../rules.ts'
import { assignKeeping } from './assign-keeping.ts'
import type { Before } from './warm-start.ts'

/** Two people who were introduced. `answered`: they go on, so it is no longer ours to change. */
export type Introduction = Readonly<{ mentee: string; mentor: string; answered: boolean }>

export type Repair = Readonly<{
  result: Assignment
  /** The people with the answered introductions as pins: what `verify` needs to check the result. */
  people: readonly Person[]
  /** Those that stand, answered ones included. */
  kept: readonly Introduction[]
  /** Unanswered ones to take back; `to` is the mentor to introduce instead, missing when there is none. */
  changed: readonly Readonly<{ mentee: string; from: string; to?: string | undefined }>[]
  /** New ones, for mentees who had none. */
  added: readonly Readonly<{ mentee: string; mentor: string }>[]
  /** True when it is certain that no best assignment changes fewer. It is, up to 20,000 people; see `tiesOf`. */
  fewest: boolean
}>

/**
 * The optimum again after a decline or a late sign-up: answered introductions stay as they are, and of all assignments
 * that are best beside them, this is one that changes the fewest unanswered introductions.
 *
 * `people` are everybody with an open introduction and whoever else is to be paired, mentors with all their seats (those
 * of the introductions too). `introductions` are the open ones; one that was declined is not among them, and stands in
 * `blocked` or `past` of one of the two, so that it never comes back. Introductions of people who are gone hold nothing.
 * Give the rules of the round: rules made for other people weigh topics a little differently, and everything would move.
 * `before` is any earlier assignment, for speed.
 *
 * Throws a PoolError that names the mentee when she has two introductions, or when an answered one breaks a hard rule by
 * now or has no seat.
 */
export function repair(
  people: readonly Person[],
  rules: MatchingRules,
  introductions: readonly Introduction[],
  before?: Before,
): Repair {
  const present = new Set(people.map(({ id }) => id))
  const open = new Map<string, Introduction>()
  for (const introduction of introductions) {
    const { mentee, mentor } = introduction
    if (!present.has(mentee) || !present.has(mentor)) continue
    if (open.has(mentee)) throw new PoolError(mentee, 'mentor', `${JSON.stringify(mentee)} has two introductions.`)
    open.set(mentee, introduction)
  }
  const held = people.map((person) => {
    const introduction = person.role === 'mentee' ? open.get(person.id) : undefined
    return introduction?.answered ? { ...person, pin: introduction.mentor } : person
  })
  const wished = new Map(Array.from(open, ([mentee, { mentor }]) => [mentee, mentor]))
  const { result, mostKept } = assignKeeping(held, rules, wished, before)
  const now = new Map(result.pairs.map(({ mentee, mentor }) => [mentee, mentor]))
  const stands = ({ mentee, mentor }: Introduction) => now.get(mentee) === mentor
  const all = [...open.values()]
  return {
    result,
    people: held,
    kept: all.filter(stands),
    changed: all
      .filter((introduction) => !stands(introduction))
      .map(({ mentee, mentor }) => ({ mentee, from: mentor, to: now.get(mentee) })),
    added: result.pairs.filter(({ mentee }) => !open.has(mentee)).map(({ mentee, mentor }) => ({ mentee, mentor })),
    fewest: mostKept,
  }
}
