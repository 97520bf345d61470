import { MOST_ROUNDS_WAITED } from '../domain/profile.ts'
import { byId } from './order.ts'
import type { Person } from './person.ts'

/** The people of a round in the order of their ids; mentors only with a free seat. */
export type Pool = Readonly<{ mentees: readonly Person[]; mentors: readonly Person[] }>

/**
 * Sorts people into a pool, so that nothing depends on the order in which they came.
 *
 * Throws a RangeError naming the id when two people have the same one, or when capacity or rounds waited are no whole
 * numbers from 0.
 */
export function poolOf(people: readonly Person[]): Pool {
  const sorted = [...people].sort(byId)
  sorted.forEach((person, n) => {
    const { id, capacity, roundsWaited } = person
    if (sorted[n + 1]?.id === id) throw new RangeError(`Two people have the id ${JSON.stringify(id)}.`)
    checkCount(id, 'capacity', capacity)
    checkCount(id, 'roundsWaited', roundsWaited)
  })
  return {
    mentees: sorted.filter(({ role }) => role === 'mentee'),
    mentors: sorted.filter((person) => seatsOf(person) > 0),
  }
}

/** Free seats: of a mentor 1 unless told otherwise, of a mentee none. */
export const seatsOf = ({ role, capacity }: Person): number => (role === 'mentor' ? (capacity ?? 1) : 0)

/** Rounds that passed a mentee by, 0 to 7; longer waits count as 7. */
export const waitOf = ({ roundsWaited }: Person): number => Math.min(MOST_ROUNDS_WAITED, roundsWaited ?? 0)

function checkCount(id: string, field: string, count: number | undefined): void {
  if (count === undefined || (Number.isSafeInteger(count) && count >= 0)) return
  throw new RangeError(`The ${field} of ${JSON.stringify(id)} must be a whole number from 0, not ${count}.`)
}
