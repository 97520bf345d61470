import type { PHASES } from '../../../shared/domain/round.ts'
import type { Round } from './answers.ts'

type Phase = (typeof PHASES)[number]

/**
 * What a round does in each phase, and how large a share of its stage that roughly is. The shares need not be right: the
 * time left is estimated from how fast they pass.
 */
const PAIRING: Record<string, { words: string; share: number }> = {
  queued: { words: 'Waiting for its turn', share: 0.03 },
  reading: { words: 'Reading who waits to be paired', share: 0.12 },
  matching: { words: 'Comparing everybody with everybody', share: 0.05 },
  'looking for candidates': { words: 'Looking for the mentors who suit each mentee', share: 0.15 },
  auction: { words: 'Finding out which mentors are wanted most', share: 0.1 },
  assigning: { words: 'Giving out the seats', share: 0.15 },
  proving: { words: 'Proving that no other pairing is better', share: 0.1 },
  verifying: { words: 'Checking that proof, pair by pair', share: 0.07 },
  explaining: { words: 'Finding words for the reasons', share: 0.08 },
  drafting: { words: 'Writing the draft', share: 0.15 },
} satisfies Partial<Record<Phase, unknown>>

const PUBLISHING: Record<string, { words: string; share: number }> = {
  'publish-requested': { words: 'Getting ready to publish', share: 0.05 },
  publishing: { words: 'Introducing the pairs by e-mail', share: 0.75 },
  telling: { words: 'Telling those who have no mentor yet', share: 0.2 },
} satisfies Partial<Record<Phase, unknown>>

type Progress = Round['progress']
export type Stage = 'pairing' | 'publishing'

export const stageOf = ({ phase }: Progress): Stage => (Object.hasOwn(PUBLISHING, phase) ? 'publishing' : 'pairing')

/** It works on something now, and will stop by itself. */
export const isGoing = ({ status, progress }: Pick<Round, 'status' | 'progress'>): boolean =>
  status === 'running' || (status === 'drafted' && progress.phase !== 'done')

/** `Reading who waits to be paired`. */
export const phaseInWords = ({ phase }: Progress): string =>
  (PAIRING[phase] ?? PUBLISHING[phase])?.words ?? 'Working on it'

/** How much of its stage is done, from 0 to 1. */
export function shareDone(progress: Progress): number {
  const phases = Object.entries(stageOf(progress) === 'pairing' ? PAIRING : PUBLISHING)
  const now = phases.findIndex(([phase]) => phase === progress.phase)
  const before = phases.slice(0, Math.max(now, 0)).reduce((sum, [, { share }]) => sum + share, 0)
  const within = progress.total > 0 ? Math.min(1, progress.done / progress.total) : 0
  return before + within * (phases[now]?.[1].share ?? 0)
}
