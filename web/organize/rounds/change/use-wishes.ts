import { useState } from 'preact/hooks'
import type { Round } from '../answers.ts'
import { asMade, type Wishes } from './wishes.ts'

/** By round, for as long as the page is open: whoever looks a person up comes back to what they wished. */
const kept = new Map<string, Wishes>()

/** Changes what is wished now, whatever that is by then. */
export type OnWish = (change: (before: Wishes) => Wishes) => void

/** How an organizer would rather have a draft, and a way to say so. */
export function useWishes(round: Round | undefined): { wishes: Wishes | undefined; onWish: OnWish } {
  const [, setTimes] = useState(0)
  const wishes = round && (kept.get(round.roundId) ?? asMade(round))
  return {
    wishes,
    onWish: (change) => {
      if (!round) return
      kept.set(round.roundId, change(kept.get(round.roundId) ?? asMade(round)))
      setTimes((before) => before + 1)
    },
  }
}
