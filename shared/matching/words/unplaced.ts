import { BARRIERS, type BarrierName } from '../criteria/barriers.ts'
import { counted } from '../criteria/phrases.ts'
import type { UnplacedReason } from './reasons.ts'

export type Unplaced = { mentee: string; reason: UnplacedReason; detail: string }

/** What to say of mentors at each rule: one passes, several pass, the only one left does not. */
const SAID: Readonly<Record<BarrierName, readonly [string, string, string]>> = {
  'same-person': ['is somebody else', 'are somebody else', 'is yourself'],
  'paired-before': ['is new to you', 'are new to you', 'was paired with you before'],
  experience: ['has enough more experience', 'have enough more experience', 'does not have enough more experience'],
  language: ['shares a language with you', 'share a language with you', 'does not share a language with you'],
  meeting: ['likes to meet as you do', 'like to meet as you do', 'does not like to meet as you do'],
  hours: ['shares an hour with you', 'share an hour with you', 'does not share an hour with you'],
  interests: [
    'offers one of your topics or departments',
    'offer one of your topics or departments',
    'does not offer any of your topics or departments',
  ],
  employer: ['works for another employer', 'work for another employer', 'works for the same employer'],
}

/** How the mentors with a free seat fell away for one mentee. */
export type Fallen = {
  mentors: number
  /** How many of them each rule is the first to stop, in the order of BARRIERS. */
  stopped: readonly number[]
  /** The free seats of those whom no rule stops. */
  seats: number
}

/**
 * The reason for one unplaced mentee, and how the mentors fell away, with counts: "40 mentors have a free seat; 34 of
 * them share a language with you; none of those shares an hour with you."
 */
export function reasonUnplaced({ mentors, stopped, seats }: Fallen): Omit<Unplaced, 'mentee'> {
  if (mentors === 0) return { reason: 'no-mentors', detail: 'No mentor has a free seat.' }
  const steps = [`${counted(mentors, 'mentor')} ${mentors === 1 ? 'has' : 'have'} a free seat`]
  let left = mentors
  for (const [n, { name }] of BARRIERS.entries()) {
    const lost = stopped[n] ?? 0
    if (lost === 0) continue
    const [one, several, not] = SAID[name]
    if (lost === left) {
      return { reason: name, detail: sentence(steps, left === 1 ? `that one ${not}` : `none of those ${one}`) }
    }
    left -= lost
    steps.push(`${left} of them ${left === 1 ? one : several}`)
  }
  const gone =
    seats === 1 ? 'the one free seat there went to somebody else' : `all ${seats} free seats there went to others`
  return { reason: 'seats', detail: sentence(steps, gone) }
}

const sentence = (steps: readonly string[], last: string): string => `${[...steps, last].join('; ')}.`
