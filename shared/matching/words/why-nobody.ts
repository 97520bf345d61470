import { type Rivals, rivalsIn, rivalsInWords } from './rivals.ts'
import type { Seating } from './seating.ts'
import { type SmallestChange, smallestChanges } from './smallest-change.ts'
import type { Unplaced } from './unplaced.ts'

/** Why a mentee got no mentor, and what would have changed that. */
export type WhyNobody = Readonly<
  Unplaced & {
    /** Who competed for the same seats, when those are the reason. */
    rivals: Rivals | undefined
    /** Nothing when no answer of hers and no mentor there could be would place her. */
    change: SmallestChange | undefined
    /** All of it in sentences for her. */
    words: readonly string[]
  }
>

/** Why each mentee who was left out, or some of them; in the order of their ids. Costs what `smallestChanges` does. */
export function whyNobody(seating: Seating, of?: readonly string[]): WhyNobody[] {
  const rivalsOf = rivalsIn(seating)
  const changes = smallestChanges(seating, of)
  const asked = of && new Set(of)
  return seating.result.unplaced
    .filter(({ mentee }) => !asked || asked.has(mentee))
    .map((unplaced) => {
      const rivals = rivalsOf(unplaced.mentee)
      const change = changes.get(unplaced.mentee)
      const words = [unplaced.detail, ...(rivals ? [rivalsInWords(rivals)] : []), ...(change ? [change.words] : [])]
      return { ...unplaced, rivals, change, words }
    })
}
