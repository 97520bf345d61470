import type { Registration } from '../domain/registration.ts'
import { miscounts } from '../domain/seats.ts'
import type { EventStore } from '../store/events.ts'
import type { RegistrationStore } from '../store/registrations.ts'

type Deps = { events: Pick<EventStore, 'seats'>; registrations: Pick<RegistrationStore, 'pages'> }

/** `settled`: false when people came and went so fast that nothing could be compared. */
export type Checked = { eventId: string; registered: number; wrong: string[]; settled: boolean }

const MOST_LOOKS = 5

/**
 * Counts an event's registrations and compares. A count that changed meanwhile would be compared with something older:
 * then it is counted again, and left for the next time when that never ends.
 */
export const checkSeats =
  ({ events, registrations }: Deps) =>
  async (eventId: string): Promise<Checked> => {
    for (let look = 1; look <= MOST_LOOKS; look++) {
      const before = await events.seats(eventId)
      if (!before) return { eventId, registered: 0, wrong: ['there are no seats for it'], settled: true }
      const statuses: Registration['status'][] = []
      for await (const page of registrations.pages(eventId)) statuses.push(...page.map(({ status }) => status))
      const after = await events.seats(eventId)
      if (after?.version === before.version) {
        return { eventId, registered: statuses.length, wrong: miscounts(before, statuses), settled: true }
      }
    }
    return { eventId, registered: 0, wrong: [], settled: false }
  }
