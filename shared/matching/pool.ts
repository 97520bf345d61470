import { MOST_ROUNDS_WAITED } from '../domain/profile.ts'
import { counted } from './criteria/phrases.ts'
import { byId } from './order.ts'
import type { Person } from './person.ts'
import type { MatchingRules } from './rules.ts'
import { scorePair } from './score.ts'

/** Somebody in a pool; `taken` counts a mentor's seats that pins took. */
export type Member = Readonly<{ person: Person; taken: number }>

/** The people of a round in the order of their ids, without whom pins have settled; mentors only with a free seat. */
export type Pool = Readonly<{
  /** Also those who are pinned. */
  everyMentee: readonly Person[]
  mentees: readonly Member[]
  mentors: readonly Member[]
  /** The mentor's id of each mentee who is pinned. */
  pins: ReadonlyMap<string, string>
}>

/** Somebody's own entry is wrong: whose, and what. */
export class PoolError extends RangeError {
  readonly id: string
  readonly field: string
  constructor(id: string, field: string, message: string) {
    super(message)
    this.id = id
    this.field = field
  }
}

/**
 * Sorts people into a pool, so that nothing depends on the order in which they came, and honours the pins.
 *
 * Throws a PoolError naming the id when two people have the same one, when capacity or rounds waited are no whole
 * numbers from 0, or when a pin names nobody, breaks a hard rule or takes a seat that is not there.
 */
export function poolOf(people: readonly Person[], rules: MatchingRules): Pool {
  const sorted = [...people].sort(byId)
  sorted.forEach((person, n) => {
    const { id, capacity, roundsWaited } = person
    if (sorted[n + 1]?.id === id) throw new PoolError(id, 'id', `Two people have the id ${JSON.stringify(id)}.`)
    checkCount(id, 'capacity', capacity)
    checkCount(id, 'roundsWaited', roundsWaited)
  })
  const pins = pinsAmong(sorted, rules)
  const taken = new Map<string, number>()
  for (const mentor of pins.values()) taken.set(mentor, (taken.get(mentor) ?? 0) + 1)
  const everyMentee = sorted.filter(({ role }) => role === 'mentee')
  return {
    everyMentee,
    mentees: everyMentee.filter(({ id }) => !pins.has(id)).map((person) => ({ person, taken: 0 })),
    mentors: sorted
      .map((person) => ({ person, taken: taken.get(person.id) ?? 0 }))
      .filter((member) => seatsOf(member.person) > member.taken),
    pins,
  }
}

/** Free seats: of a mentor 1 unless told otherwise, of a mentee none. */
export const seatsOf = ({ role, capacity }: Person): number => (role === 'mentor' ? (capacity ?? 1) : 0)

/** Rounds that passed a mentee by, 0 to 7; longer waits count as 7. */
export const waitOf = ({ roundsWaited }: Person): number => Math.min(MOST_ROUNDS_WAITED, roundsWaited ?? 0)

function checkCount(id: string, field: string, count: number | undefined): void {
  if (count === undefined || (Number.isSafeInteger(count) && count >= 0)) return
  const message = `The ${field} of ${JSON.stringify(id)} must be a whole number from 0, not ${count}.`
  throw new PoolError(id, field, message)
}

function pinsAmong(sorted: readonly Person[], rules: MatchingRules): Map<string, string> {
  const pinned = sorted.filter(({ role, pin }) => role === 'mentee' && pin !== undefined)
  const wanted = new Set(pinned.map(({ pin }) => pin))
  const mentors = new Map(
    sorted.filter(({ id, role }) => role === 'mentor' && wanted.has(id)).map((one) => [one.id, one]),
  )
  const pins = new Map<string, string>()
  const used = new Map<string, number>()
  for (const mentee of pinned) {
    const id = mentee.pin ?? ''
    const refuse = (why: string) =>
      new PoolError(mentee.id, 'pin', `${JSON.stringify(mentee.id)} is pinned to ${JSON.stringify(id)}, but ${why}.`)
    const mentor = mentors.get(id)
    if (!mentor) throw refuse('no mentor has that id')
    const pair = scorePair(mentee, mentor, rules)
    if ('barrier' in pair) throw refuse(`the rule ${JSON.stringify(pair.barrier)} forbids that pair`)
    const seats = (used.get(id) ?? 0) + 1
    if (seats > seatsOf(mentor))
      throw refuse(`there ${seatsOf(mentor) === 1 ? 'is' : 'are'} only ${counted(seatsOf(mentor), 'seat')}`)
    used.set(id, seats)
    pins.set(mentee.id, id)
  }
  return pins
}
