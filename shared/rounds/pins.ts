import type { Pin } from '../domain/round.ts'
import { counted } from '../matching/criteria/phrases.ts'
import { scorePair } from '../matching/index.ts'
import type { Person } from '../matching/person.ts'
import { seatsOf } from '../matching/pool.ts'
import type { MatchingRules } from '../matching/rules.ts'
import { WHY_FORBIDDEN } from '../matching/words/forbidden.ts'

/** Pairs that an organizer chose by hand. */

type Pinned = {
  /** The people as matching takes them, each pin with its mentee; whom no pin concerns is the same object as before. */
  people: readonly Person[]
  /** The pins that stand. */
  kept: Pin[]
  /** The others: which of them all, counted from 0, and why in a plain sentence. */
  refused: { nth: number; because: string }[]
}

/**
 * Pins, one after the other as long as they are possible: both wait to be paired, no hard rule forbids it, a seat is left,
 * and nobody has two mentors. Matching gives a pinned pair its seat and does its best with the rest; the proof covers that.
 */
export function pinned(people: readonly Person[], pins: readonly Pin[], rules: MatchingRules): Pinned {
  if (!pins.length) return { people, kept: [], refused: [] }
  const named = new Set(pins.flatMap(({ menteeId, mentorId }) => [menteeId, mentorId]))
  const known = new Map(people.filter(({ id }) => named.has(id)).map((person) => [person.id, person]))
  const kept = new Map<string, Pin>()
  const used = new Map<string, number>()
  const refused: Pinned['refused'] = []

  function whyNot({ menteeId, mentorId }: Pin): string | undefined {
    const [mentee, mentor] = [known.get(menteeId), known.get(mentorId)]
    if (mentee?.role !== 'mentee') return 'This mentee is not waiting for a mentor now.'
    if (mentor?.role !== 'mentor' || seatsOf(mentor) === 0) return 'This mentor has no free seat now.'
    if (kept.has(menteeId)) return 'This mentee has two pins. Please keep one.'
    const pair = scorePair(mentee, mentor, rules)
    if ('barrier' in pair) return WHY_FORBIDDEN[pair.barrier]
    if ((used.get(mentorId) ?? 0) < seatsOf(mentor)) return undefined
    return `This mentor has only ${counted(seatsOf(mentor), 'free seat')}, and more pins than that.`
  }

  pins.forEach((pin, nth) => {
    const because = whyNot(pin)
    if (because) {
      refused.push({ nth, because })
      return
    }
    kept.set(pin.menteeId, pin)
    used.set(pin.mentorId, (used.get(pin.mentorId) ?? 0) + 1)
  })
  const standing = [...kept.values()]
  return { people: withPins(people, standing), kept: standing, refused }
}

/** The same people with pins that are known to be possible. */
export function withPins(people: readonly Person[], pins: readonly Pin[]): readonly Person[] {
  const mentorOf = new Map(pins.map(({ menteeId, mentorId }) => [menteeId, mentorId]))
  if (!mentorOf.size) return people
  return people.map((person) => {
    const pin = mentorOf.get(person.id)
    return pin === undefined ? person : { ...person, pin }
  })
}
