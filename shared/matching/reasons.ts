import { BARRIERS, type BarrierName } from './barriers.ts'

/**
 * Why the best assignment leaves a mentee out:
 * - `no-mentors`: no mentor has a free seat;
 * - a hard rule: going through the rules in their order, the one at which no mentor is left;
 * - `seats`: somebody suits, and every such seat went to somebody else.
 */
export type UnplacedReason = 'no-mentors' | BarrierName | 'seats'

/**
 * Also why a mentee is left out later:
 * - `taken-out`: an organizer took the drafted pair out;
 * - `unavailable`: one of the pair was no longer free when the round was published.
 */
export type LeftOutReason = UnplacedReason | 'taken-out' | 'unavailable'

export const LEFT_OUT_REASONS: readonly LeftOutReason[] = [
  'no-mentors',
  ...BARRIERS.map(({ name }) => name),
  'seats',
  'taken-out',
  'unavailable',
]
