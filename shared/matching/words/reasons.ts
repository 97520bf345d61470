import type { LeftOutReason } from '../../domain/round.ts'

/**
 * Why the best assignment leaves a mentee out:
 * - `no-mentors`: no mentor has a free seat;
 * - a hard rule: going through the rules in their order, the one at which no mentor is left;
 * - `seats`: somebody suits, and every such seat went to somebody else.
 */
export type UnplacedReason = Exclude<LeftOutReason, 'taken-out' | 'unavailable'>
