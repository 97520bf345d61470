import { Readable } from 'node:stream'
import { AuditEntry } from '../../../shared/domain/audit.ts'
import type { Event } from '../../../shared/domain/event.ts'
import type { Registration } from '../../../shared/domain/registration.ts'
import { attendeeList } from '../../../shared/events/exports/attendee-list.ts'
import { type Format, Wanted } from '../../../shared/events/exports/wanted.ts'
import { anEvent, aRegistration, seatsFor } from '../../support/events.ts'
import { NOW } from '../../support/profiles.ts'

type List = {
  event?: Partial<Event>
  people?: readonly Partial<Registration>[]
  query?: Record<string, string>
  now?: Date
}

export const nth = (number: number, changes: Partial<Registration> = {}): Registration =>
  aRegistration({ id: `event.${number}-secret`, number, ...changes })

/** An attendee list of these people, as it goes out; without a table. */
export async function listOf(format: Format, { event: changes, people = [{}], query = {}, now = NOW }: List = {}) {
  const event = anEvent({ startsAt: '2027-01-13T01:00:00.000Z', endsAt: '2027-01-13T03:00:00.000Z', ...changes })
  const all = people.map((each, n) => nth(n + 1, each))
  const trail: AuditEntry[] = []
  const list = attendeeList({
    table: { write: async () => undefined },
    audit: {
      adding(entry) {
        trail.push(AuditEntry.parse(entry))
        return { remove: { pk: '', sk: '' } }
      },
    },
    events: { get: async () => event, seats: async () => ({ ...seatsFor(event), registered: all.length }) },
    registrations: {
      async *pages() {
        yield all
      },
      count: async (_, { statuses, agreed }) =>
        all.filter(({ status, person }) => statuses.includes(status) && (!agreed || person?.consentContact)).length,
      waitNumbers: async () =>
        all
          .flatMap(({ status, waitNumber = 0 }) => (status === 'waitlisted' ? waitNumber : []))
          .toSorted((a, b) => a - b),
    },
  })
  const { headers, body } = await list({ eventId: 'event', format, wanted: Wanted.parse(query), who: 'somebody' }, now)
  return {
    headers,
    trail,
    bytes: async () =>
      Buffer.concat((await Readable.from(body, { objectMode: true }).toArray()).map((piece) => Buffer.from(piece))),
  }
}

export async function csvLines(list: List): Promise<string[]> {
  const text = (await (await listOf('csv', list)).bytes()).toString('utf8')
  return text.split('\r\n').slice(0, -1)
}
