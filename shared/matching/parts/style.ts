import type { Facts } from '../facts.ts'
import { FULL, type Part, UNKNOWN } from '../part.ts'
import { listed } from '../phrases.ts'

const SCALES = ['structure', 'feedback', 'pace'] as const
/** Answers go from 1 to 5. */
const WIDEST = 4

/** Working style: how near the answers on structure, feedback and pace are; half when either left them out. */
export const style: Part = {
  name: 'style',
  criteria: [
    {
      share: 100,
      fit: (mentee, mentor) => {
        const apart = SCALES.map((scale) => distance(mentee, mentor, scale))
        if (apart.includes(undefined)) return UNKNOWN
        const sum = apart.reduce<number>((total, steps) => total + (steps ?? 0), 0)
        return Math.floor((FULL * (SCALES.length * WIDEST - sum)) / (SCALES.length * WIDEST))
      },
    },
  ],
  words: (mentee, mentor) => {
    const alike = SCALES.filter((scale) => (distance(mentee, mentor, scale) ?? WIDEST) <= 1)
    return alike.length >= 2 ? [`You like about the same ${listed(alike)}.`] : []
  },
}

function distance(mentee: Facts, mentor: Facts, scale: (typeof SCALES)[number]): number | undefined {
  return mentee.style && mentor.style && Math.abs(mentee.style[scale] - mentor.style[scale])
}
