import { BARRIERS } from './barriers.ts'
import type { Packed } from './pack.ts'
import type { MatchingRules } from './rules.ts'
import { stopsOf } from './stops.ts'
import type { Fallen } from './unplaced.ts'

/** For one mentee: how many mentors each hard rule is the first to stop, and the seats of those whom none does. */
export function fallenOf(packed: Packed, rules: MatchingRules): (row: number) => Fallen {
  const stops = stopsOf(packed, rules)
  const { seats, mentors } = packed
  return (row) => {
    const stopped = BARRIERS.map(() => 0)
    let suiting = 0
    for (let column = 0; column < mentors.count; column++) {
      const barrier = stops(row, column)
      if (barrier < 0) suiting += seats[column] ?? 0
      else stopped[barrier] = (stopped[barrier] ?? 0) + 1
    }
    return { mentors: mentors.count, stopped, seats: suiting }
  }
}
