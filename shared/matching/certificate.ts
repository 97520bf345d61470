import { normalAddress } from '../domain/address.ts'
import { languagesOf } from './criteria/facts.ts'
import { byId } from './order.ts'
import type { Person } from './person.ts'
import type { MatchingRules } from './rules.ts'

/**
 * The proof that an assignment is best, to be stored with it. No pair is worth more than its two prices, and the prices
 * add up to what the assignment is worth; so nothing can be worth more. See `verify`.
 */
export type Certificate = Readonly<{
  /** What one more seat of each mentor with a free seat is worth, in the order of their ids. */
  prices: readonly number[]
  /** What each mentee who is not pinned has above the price, in the order of their ids. */
  surpluses: readonly number[]
  rulesVersion: string
  inputHash: string
}>

/** Changes whenever the meaning of a price or of a criterion does. */
const VERSION = 3

export const rulesVersionOf = ({
  weights,
  minimumExperienceGap,
  loadPenalty,
  at,
  topicWeights,
}: MatchingRules): string =>
  `${VERSION}-${hashOf([JSON.stringify([weights, minimumExperienceGap, loadPenalty, at, topicWeights])])}`

/** The same for the same people, in whatever order they and what they say of themselves come. */
export function inputHashOf(people: readonly Person[]): string {
  const sorted = [...people].sort(byId)
  return hashOf(
    (function* () {
      for (const person of sorted) yield JSON.stringify(answersOf(person))
    })(),
  )
}

const FIELDS = [
  ...(['id', 'role', 'state', 'timeZone', 'employer', 'setting', 'pursuing', 'yearsOfExperience', 'shift'] as const),
  ...(['capacity', 'roundsWaited', 'pin'] as const),
]
const LISTS = ['departments', 'topics', 'credentials', 'availability', 'meeting', 'past', 'blocked'] as const

/** All that matching knows of somebody, in a fixed order; what they left out as what that stands for. */
function answersOf(person: Person): unknown[] {
  const { structure, feedback, pace } = person.style ?? {}
  return [
    ...FIELDS.map((field) => person[field]),
    ...LISTS.map((list) => [...(person[list] ?? [])].sort()),
    [...languagesOf(person)].sort(),
    person.avoidSameEmployer ?? false,
    person.email === undefined ? undefined : normalAddress(person.email),
    ...[structure, feedback, pace],
  ]
}

/**
 * 128 bits that tell inputs apart by accident, not by malice: four lanes of multiply and mix (compare FNV-1a), which
 * need nothing that only a server has.
 */
function hashOf(texts: Iterable<string>): string {
  let [a, b, c, d] = [0xdeadbeef, 0x41c6ce57, 0x9e3779b9, 0x7f4a7c15]
  for (const text of texts) {
    for (let n = 0; n <= text.length; n++) {
      const code = n < text.length ? text.charCodeAt(n) : 10
      a = Math.imul(a ^ code ^ (d >>> 15), 2654435761)
      b = Math.imul(b ^ code ^ (a >>> 13), 1597334677)
      c = Math.imul(c ^ code ^ (b >>> 16), 2246822507)
      d = Math.imul(d ^ code ^ (c >>> 14), 3266489909)
    }
  }
  return [a, b, c, d].map((lane) => (lane >>> 0).toString(16).padStart(8, '0')).join('')
}
