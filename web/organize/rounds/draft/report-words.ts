import { figure, many } from '../../parts/counted.ts'
import type { Report, Summary } from '../answers.ts'

/** What the report of a round says, ready to be shown. */

/** `0–99`, …, `900–1,000`, the highest first, from the best there is to the worst. */
export function scoreBars(scores: NonNullable<Summary['scores']>) {
  const bars = scores.map((count, n) => ({ name: `${n * 100}–${n === 9 ? '1,000' : n * 100 + 99}`, count }))
  return between(bars).reverse()
}

/** How many mentors got 0, 1, 2, … new mentees. */
export const loadBars = (load: Report['load']) =>
  between(
    load.map((count, mentees) => ({ name: many(mentees, 'new mentee'), count })),
    0,
  )

type Wait = { rounds: string; placed: number; leftOut: number }

/** Who waited how long; a wait that nobody had is left out. */
export const waitsOf = ({ placed, leftOut }: Report['waits']): Wait[] =>
  placed
    .map((count, n) => ({
      rounds: n === 0 ? 'New this time' : many(n, 'round'),
      placed: count,
      leftOut: leftOut[n] ?? 0,
    }))
    .filter(({ placed: some, leftOut: others }) => some + others > 0)

/** Sentences for those who want to know how good the best is. */
export function remarks({ blockingPairs, priceOfPlacing, placedAtMost }: Report): string[] {
  return [
    `No pairing of these people can place more than ${many(placedAtMost, 'mentee')}.`,
    ...(blockingPairs === undefined ? [] : [envy(blockingPairs)]),
    ...(priceOfPlacing === undefined ? [] : [price(priceOfPlacing)]),
  ]
}

const envy = (pairs: number): string =>
  pairs === 0
    ? 'No mentee and mentor would both rather have each other than whom they got.'
    : `There are ${many(pairs, 'pair')} of a mentee and a mentor who would both score higher together than with whom they got: the whole comes first.`

const price = (points: number): string =>
  points === 0
    ? 'Placing as many as possible, and those who waited first, cost no points.'
    : `Placing as many as possible, and those who waited first, cost ${figure(points)} points of the total score.`

/** From the first to the last that somebody is in; `first` stays in any case. */
function between<Bar extends { count: number }>(bars: Bar[], first = bars.findIndex(({ count }) => count > 0)): Bar[] {
  return bars.slice(Math.max(0, first), bars.findLastIndex(({ count }) => count > 0) + 1)
}
