import type { Event } from '../../domain/event.ts'
import { REGISTRATION_STATUSES, type Registration } from '../../domain/registration.ts'
import { resized, type Seats } from '../../domain/seats.ts'
import { conflict, invalid, notFound } from '../../errors.ts'
import { parseBody } from '../../http.ts'
import { inParallel } from '../../parallel.ts'
import type { AuditStore } from '../../store/audit.ts'
import type { Table } from '../../store/client.ts'
import type { EventStore } from '../../store/events.ts'
import type { RegistrationStore } from '../../store/registrations.ts'
import { Stale, untilFresh, type Write } from '../../store/write.ts'
import { exportedList, registrationOf } from './exported.ts'

type Deps = {
  table: Pick<Table, 'write' | 'transact'>
  events: Pick<EventStore, 'get' | 'seats' | 'changingSeats'>
  registrations: Pick<RegistrationStore, 'restoring' | 'count' | 'waitNumbers'>
  audit: Pick<AuditStore, 'adding'>
  hashOf: (email: string) => string
}
type Asked = { eventId: string; body: unknown; who: string }

const EVER = 99_999_999
const AT_ONCE = 16

/**
 * Brings an exported list back into an event that nobody has registered for: after a restore, or somewhere else. Long
 * ones come in parts, in order, each repeated as often as it takes; the seats are counted when the last part is in, and
 * until then nobody else can register. Tells nobody.
 */
export const importList =
  ({ table, events, registrations, audit, hashOf }: Deps) =>
  async ({ eventId, body, who }: Asked, now: Date): Promise<{ imported: number; missing: number }> => {
    const event = await events.get(eventId)
    if (!event) throw notFound('event')
    const { items, total } = parseBody(exportedList(event), body)
    const people = items.map((item, n) => restored(event, item, n, hashOf))
    const present = await registrations.count(eventId, { upTo: EVER, statuses: REGISTRATION_STATUSES, agreed: false })
    const [first, ...others] = inOrder(people, { present, total })
    if (!first) return { imported: 0, missing: total - present }

    // The first of all goes in with the counts as they were: from then on its number is taken for whoever else comes.
    const [seats, opening] = [await emptySeats(eventId), registrations.restoring(first)]
    const begun = first.number === 1 ? [events.changingSeats(seats), ...opening] : opening
    await table.transact(begun).catch(unlessTaken)
    await inParallel(others, AT_ONCE, async (registration) => {
      for (const write of registrations.restoring(registration)) await table.write(write).catch(unlessTaken)
    })
    const last = people.at(-1)?.number ?? 0
    if (last === total) await opened(event, people, total, who)
    return { imported: people.length, missing: total - Math.max(present, last) }

    async function emptySeats(id: string): Promise<Seats> {
      const seats = await events.seats(id)
      if (!seats) throw notFound('event')
      if (seats.registered > 0) throw conflict('This event has registrations. A list goes into one that has none.')
      return seats
    }

    /** Counts what is there now, in one guarded write. */
    async function opened({ id, capacity }: Event, people: readonly Registration[], total: number, who: string) {
      const count = (status: Registration['status']) =>
        registrations.count(id, { upTo: total, statuses: [status], agreed: false })
      await untilFresh(async () => {
        const seats = await emptySeats(id)
        const [confirmed, held, waiting, line] = await Promise.all([
          count('confirmed'),
          count('offered'),
          count('waitlisted'),
          registrations.waitNumbers(id),
        ])
        const places = [...people.map(({ waitNumber = 0 }) => waitNumber), line.at(-1) ?? 0]
        const waitSequence = places.reduce((most, place) => Math.max(most, place), seats.waitSequence)
        const counted = resized({ ...seats, confirmed, held, waiting, registered: total, waitSequence }, capacity)
        const entry = { at: now.toISOString(), who, what: 'import' as const, subject: id, details: { rows: total } }
        const writes: Write[] = [events.changingSeats(counted), audit.adding(entry)]
        await table.transact(writes)
      })
    }
  }

function restored(
  event: Event,
  item: Parameters<typeof registrationOf>[1],
  n: number,
  hashOf: (email: string) => string,
): Registration {
  try {
    return registrationOf(event, item, hashOf)
  } catch {
    throw invalid([{ path: `items.${n}`, message: 'This is no registration as it was exported.' }])
  }
}

/** From the first that is missing on, or earlier, one after the other. */
function inOrder(people: readonly Registration[], { present, total }: { present: number; total: number }) {
  const from = people[0]?.number ?? 1
  const gap = people.findIndex(({ number }, n) => number !== from + n)
  const wrong = from > present + 1 ? 0 : gap
  if (wrong >= 0) {
    const message = `Please send all registrations in their order: number ${wrong ? from + wrong : present + 1} is missing.`
    throw invalid([{ path: `items.${wrong}.registration_id`, message }])
  }
  if (from + people.length - 1 > total) throw invalid([{ path: 'total', message: 'There are more items than this.' }])
  return people
}

/** Ours can be written twice; another one there is in the way. */
function unlessTaken(error: unknown): never {
  if (!(error instanceof Stale)) throw error
  throw conflict('Another registration is there already, or the same address stands in the list twice.')
}
