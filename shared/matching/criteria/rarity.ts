import { TOPICS } from '../../domain/taxonomy.ts'
import type { Person } from '../person.ts'
import { seatsOf } from '../pool.ts'

const COMMON = 100
const RAREST = 400

/**
 * What each topic weighs, in the order of TOPICS: 100 when every mentor with a free seat offers it, up to 400 the fewer
 * do. A mentee who wants something rare should reach the few who offer it. The square root softens the inverse
 * frequency (compare Spärck Jones 1972, "A statistical interpretation of term specificity"), and unlike a logarithm it
 * is rounded the same way on every machine.
 */
export function topicWeights(people: readonly Person[]): readonly number[] {
  const mentors = people.filter((person) => seatsOf(person) > 0)
  const offered = new Map<string, number>()
  for (const topic of mentors.flatMap((mentor) => [...new Set(mentor.topics)])) {
    offered.set(topic, (offered.get(topic) ?? 0) + 1)
  }
  return TOPICS.map(({ code }) => {
    const share = (mentors.length + 1) / ((offered.get(code) ?? 0) + 1)
    return Math.min(RAREST, Math.round(COMMON * Math.sqrt(share)))
  })
}
