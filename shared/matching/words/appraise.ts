import { pack } from '../engine/pack.ts'
import { LEVEL, levelled } from '../engine/priorities.ts'
import { scorerOf } from '../engine/scorer.ts'
import type { Person } from '../person.ts'
import type { Pool } from '../pool.ts'
import type { Seating } from './seating.ts'

/** What it would be worth to place somebody with the mentor who suits best; nothing, with column −1, when not at all. */
export type Appraisal = Readonly<{
  /** Above what the others lose, in the units of prices. */
  gain: number
  column: number
  /** One more is placed: nobody loses a seat. */
  takesNone: boolean
}>

/** So many people are read at a time, so that memory stays small. */
const AT_ONCE = 20_000

/**
 * What each of some newcomers would be worth in the place of a mentee (`row`) who was left out, given what a seat of each
 * mentor costs the others. Among mentors with whom it is the same, the first.
 */
export function appraise(
  newcomers: readonly { row: number; person: Person }[],
  costs: Float64Array,
  { rules, pool, packed }: Seating,
): Appraisal[] {
  const found: Appraisal[] = []
  const avoiders = avoidersIn(pool)
  for (let start = 0; start < newcomers.length; start += AT_ONCE) {
    const some = newcomers.slice(start, start + AT_ONCE)
    const mentees = some.map(({ person }) => ({
      person: { ...person, blocked: [...(person.blocked ?? []), ...(avoiders.get(person.id) ?? [])] },
      taken: 0,
    }))
    const scoresOf = scorerOf(pack({ ...pool, mentees }, rules), rules)
    some.forEach(({ row }, n) => {
      const scores = scoresOf(n)
      const wait = packed.waits[row] ?? 0
      let [gain, column] = [0, -1]
      for (let mentor = 0; mentor < scores.length; mentor++) {
        const score = scores[mentor] ?? -1
        const more = (wait + 1) * LEVEL + score - (costs[mentor] ?? 0)
        if (score < 0 || more <= gain) continue
        gain = more
        column = mentor
      }
      found.push({ gain, column, takesNone: levelled(gain).level === wait + 1 })
    })
  }
  return found
}

/** The mentors who must not get somebody, by that one's id: newcomers share an id, and a mentor's list finds only one. */
function avoidersIn({ mentors }: Pool): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { person: mentor } of mentors) {
    for (const id of [...(mentor.past ?? []), ...(mentor.blocked ?? [])]) {
      found.set(id, [...(found.get(id) ?? []), mentor.id])
    }
  }
  return found
}
