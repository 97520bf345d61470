import { capital, figure, listed, many, sum } from '../parts/counted.ts'
import type { OfState } from './answers.ts'
import { TILES } from './tiles.ts'

/** What the map of the states can show, and the sentence that says it. */

export const MEASURES = [
  { code: 'waiting', name: 'Mentees without a mentor', one: 'mentee waits', several: 'mentees wait' },
  { code: 'seats', name: 'Free seats', one: 'seat is free', several: 'seats are free' },
  { code: 'mentor', name: 'Active mentors', one: 'active mentor', several: 'active mentors' },
  { code: 'mentee', name: 'Active mentees', one: 'active mentee', several: 'active mentees' },
] as const
export type Measure = (typeof MEASURES)[number]

type States = Readonly<Record<string, OfState>>

export const countIn = (states: States, state: string, { code }: Measure): number => states[state]?.[code] ?? 0

export const mostIn = (states: States, measure: Measure): number =>
  Math.max(0, ...TILES.map(({ code }) => countIn(states, code, measure)))

const TOP = 3

/** `22 mentees wait in 9 states, most of them in Texas (12), Ohio (4) and Iowa (3).` */
export function mapInWords(states: States, measure: Measure): string {
  const some = TILES.map(({ code, name }) => ({ name, count: countIn(states, code, measure) }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count)
  const all = sum(some.map(({ count }) => count))
  const words = all === 0 ? `no ${measure.one}` : `${figure(all)} ${all === 1 ? measure.one : measure.several}`
  const [first] = some
  if (!first) return `${capital(words)} in any state.`
  if (some.length === 1) return `${words}, all in ${first.name}.`
  const top = listed(some.slice(0, TOP).map(({ name, count }) => `${name} (${figure(count)})`))
  return `${words} in ${some.length} states, ${some.length > TOP ? 'most of them in ' : 'that is '}${top}.`
}

/** One state in a sentence, for who has chosen its tile. */
export function stateInWords(name: string, { mentor, mentee, waiting, seats }: OfState): string {
  if (mentor + mentee === 0) return `${name}: nobody yet.`
  const people = `${many(mentor, 'active mentor')} with ${many(seats, 'free seat')}`
  return `${name}: ${people}; ${many(mentee, 'active mentee')}, of whom ${waiting === 0 ? 'none' : figure(waiting)} ${waiting <= 1 ? 'waits' : 'wait'}.`
}
