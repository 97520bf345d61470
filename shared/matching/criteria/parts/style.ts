import type { Facts } from '../facts.ts'
import { FULL, type Part, UNKNOWN } from '../part.ts'
import { listed } from '../phrases.ts'

const SCALES = ['structure', 'feedback', 'pace'] as const
/** Answers go from 1 to 5. */
const WIDEST = 4
const ANSWERS = WIDEST + 1
/** Stands for no answer; 0 to 124 are three answers as digits to the base of 5. */
const UNSAID = ANSWERS ** SCALES.length

const codeOf = (style: Facts['style']): number =>
  style ? SCALES.reduce((code, scale) => code * ANSWERS + style[scale] - 1, 0) : UNSAID

const digitsOf = (code: number) => [
  Math.floor(code / ANSWERS ** 2),
  Math.floor(code / ANSWERS) % ANSWERS,
  code % ANSWERS,
]

function styleFit(one: number, other: number): number {
  if (one === UNSAID || other === UNSAID) return UNKNOWN
  const theirs = digitsOf(other)
  const apart = digitsOf(one).reduce((sum, answer, n) => sum + Math.abs(answer - (theirs[n] ?? 0)), 0)
  return Math.floor((FULL * (SCALES.length * WIDEST - apart)) / (SCALES.length * WIDEST))
}

/** Working style: how near the answers on structure, feedback and pace are; half when either left them out. */
export const style: Part = {
  name: 'style',
  criteria: [{ kind: 'choice', share: 100, size: UNSAID + 1, answer: ({ style }) => codeOf(style), suits: styleFit }],
  words: (mentee, mentor) => {
    const alike = SCALES.filter((scale) => (distance(mentee, mentor, scale) ?? WIDEST) <= 1)
    return alike.length >= 2 ? [`You like about the same ${listed(alike)}.`] : []
  },
}

function distance(mentee: Facts, mentor: Facts, scale: (typeof SCALES)[number]): number | undefined {
  return mentee.style && mentor.style && Math.abs(mentee.style[scale] - mentor.style[scale])
}
