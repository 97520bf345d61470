import type { OrganizerEvent } from './answers.ts'

/** The lists of events, by the name that their place has: what is asked of the API, and in which order. */
export const VIEWS = {
  upcoming: {
    name: 'Upcoming',
    empty: 'Nothing is published that is still to come.',
    query: (now: string) => ({ status: 'published', from: now, sort: 'startsAt' }),
  },
  drafts: {
    name: 'Drafts',
    empty: 'There is no draft. A draft is an event that only organizers see.',
    query: () => ({ status: 'draft', sort: 'startsAt' }),
  },
  past: {
    name: 'Past',
    empty: 'No event has taken place yet.',
    query: (now: string) => ({ status: 'published', until: now }),
  },
  cancelled: {
    name: 'Cancelled',
    empty: 'No event was ever cancelled.',
    query: () => ({ status: 'cancelled' }),
  },
} as const satisfies Record<
  string,
  { name: string; empty: string; query: (now: string) => Record<string, string> & { status: OrganizerEvent['status'] } }
>
export type ViewName = keyof typeof VIEWS
export const VIEW_NAMES: readonly ViewName[] = ['upcoming', 'drafts', 'past', 'cancelled']
