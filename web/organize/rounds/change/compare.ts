import { figure, many } from '../../parts/counted.ts'
import type { Figures, Move, WhatIf } from '../answers.ts'
import { difference } from './difference.ts'

/** A draft beside what it would be, figure by figure. */
type Compared = { name: string; before: string; after: string; change: string }

const FIGURES: readonly { key: keyof Figures; name: string }[] = [
  { key: 'placed', name: 'Pairs' },
  { key: 'unplaced', name: 'Without a mentor' },
  { key: 'totalScore', name: 'Total score' },
  { key: 'medianScore', name: 'Median score' },
  { key: 'worstScore', name: 'Worst score' },
]

export const compared = (before: Figures, after: Figures): Compared[] =>
  FIGURES.map(({ key, name }) => {
    const [one, other] = [before[key], after[key]]
    return { name, before: shown(one), after: shown(other), change: changed(one, other) }
  })

const shown = (value: number | undefined): string => (value === undefined ? '–' : figure(value))
const changed = (one: number | undefined, other: number | undefined): string =>
  one === undefined || other === undefined ? '–' : difference(one, other)

/** What a move means for the mentee: `+120`, `gets a mentor`, `loses the mentor`. */
export function effectOf({ from, to }: Move): string {
  if (!from) return 'gets a mentor'
  return to ? difference(from.score, to.score) : 'loses the mentor'
}

/** `8 mentees would move; 31 pairs stay as they are.` */
export function movesInWords({ moved, unchanged, moves }: WhatIf): string {
  const stay = many(unchanged, 'pair stays', 'pairs stay')
  const told = moves.length < moved ? ` Here are the ${figure(moves.length)} that tell most.` : ''
  return moved === 0
    ? `Nobody would move; ${stay} as before.`
    : `${many(moved, 'mentee')} would move; ${stay} as they are.${told}`
}
