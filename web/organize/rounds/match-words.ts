import type { MATCH_STATUSES } from '../../../shared/domain/match.ts'

type Status = (typeof MATCH_STATUSES)[number]

/** What became of a pair. */
export const matchState = (status: Status): { words: string; kind: 'good' | 'bad' | 'plain' } => STATES[status]

const STATES: Record<Status, { words: string; kind: 'good' | 'bad' | 'plain' }> = {
  drafted: { words: 'Drafted', kind: 'plain' },
  introduced: { words: 'Introduced', kind: 'plain' },
  met: { words: 'They have met', kind: 'good' },
  declined: { words: 'Declined', kind: 'bad' },
  ended: { words: 'Ended', kind: 'plain' },
}
