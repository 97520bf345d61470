import type { Term } from '../../../shared/domain/taxonomy.ts'
import type { LogEntry, MAIL_STATES } from './answers.ts'

type State = (typeof MAIL_STATES)[number]

/** What became of a mail, in words; the strongest news first decides. */
const STATES: Record<State, { name: string; kind: 'good' | 'bad' | 'plain' }> = {
  due: { name: 'Waiting to be sent', kind: 'plain' },
  sending: { name: 'Being sent', kind: 'plain' },
  sent: { name: 'Sent', kind: 'plain' },
  failed: { name: 'Given up', kind: 'bad' },
  dropped: { name: 'Not sent', kind: 'plain' },
  delayed: { name: 'Delayed', kind: 'plain' },
  delivered: { name: 'Arrived', kind: 'good' },
  returned: { name: 'Came back for now', kind: 'bad' },
  rejected: { name: 'Rejected', kind: 'bad' },
  bounced: { name: 'No such mailbox', kind: 'bad' },
  complained: { name: 'Called spam', kind: 'bad' },
}

export const STATE_TERMS: readonly Term[] = Object.entries(STATES).map(([code, { name }]) => ({ code, name }))

export const stateOf = ({ status, delivery }: LogEntry) => STATES[delivery?.status ?? status]

/** Nobody wants what has arrived once more, least of all who called it spam. */
export const hasArrived = ({ delivery }: LogEntry): boolean =>
  delivery?.status === 'delivered' || delivery?.status === 'complained'
