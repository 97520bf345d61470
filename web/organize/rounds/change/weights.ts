import type { Weights } from '../../../../shared/domain/programme.ts'

/** Five numbers, the most points that each part of a score can give, that must add up to 1000. */

type PartName = keyof Weights

const WORDS: Record<PartName, { name: string; means: string }> = {
  topics: { name: 'Topics', means: 'Topics wanted and offered, rare ones more' },
  practice: { name: 'Practice', means: 'Departments, the credential pursued, the kind of workplace' },
  style: { name: 'Style', means: 'Structure, feedback and pace' },
  contact: { name: 'Contact', means: 'Shared hours and ways to meet' },
  background: { name: 'Background', means: 'State or region, shift, experience' },
}

const PART_NAMES = ['topics', 'practice', 'style', 'contact', 'background'] as const satisfies PartName[]

/** The parts in the order of their usual weight, with words. */
export const PARTS = PART_NAMES.map((code) => ({ code, ...WORDS[code] }))

export const ALL_POINTS = 1000

/** What is still to be given; less than 0 when it is too much. */
export const restOf = (weights: Weights): number =>
  ALL_POINTS - PART_NAMES.reduce((sum, part) => sum + weights[part], 0)

/** `These add up to 1,000.` */
export function restInWords(weights: Weights): string {
  const rest = restOf(weights)
  if (rest === 0) return 'They add up to 1000.'
  return rest > 0 ? `${rest} of 1000 are still to be given.` : `That is ${-rest} more than 1000.`
}

/** The same proportions with a sum of 1000, in whole numbers: the largest fractions are rounded up. */
export function evenedOut(weights: Weights): Weights {
  const sum = ALL_POINTS - restOf(weights)
  const exact = PART_NAMES.map((part) => (sum === 0 ? ALL_POINTS / 5 : (weights[part] * ALL_POINTS) / sum))
  const missing = ALL_POINTS - exact.reduce((all, points) => all + Math.floor(points), 0)
  const roundedUp = [...exact.keys()]
    .sort((one, other) => ((exact[other] ?? 0) % 1) - ((exact[one] ?? 0) % 1) || one - other)
    .slice(0, missing)
  const points = (n: number) => Math.floor(exact[n] ?? 0) + (roundedUp.includes(n) ? 1 : 0)
  return { topics: points(0), practice: points(1), style: points(2), contact: points(3), background: points(4) }
}

/** A whole number between the two; `before` while somebody has typed something else. */
export function numberIn(text: string, most: number, before: number): number {
  if (text.trim() === '') return 0
  return /^\d{1,6}$/.test(text.trim()) ? Math.min(most, Number(text)) : before
}
