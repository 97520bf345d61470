import type { Event } from '../../domain/event.ts'
import { attendanceOf, REGISTRATION_STATUSES, type Registration } from '../../domain/registration.ts'
import type { Seats } from '../../domain/seats.ts'
import type { RegistrationStore } from '../../store/registrations.ts'
import type { Facts } from './column.ts'
import type { Wanted } from './wanted.ts'

type Registrations = Pick<RegistrationStore, 'pages' | 'count' | 'waitNumbers'>

/** The rows are not as many as were announced: what was sent is not the list. */
class CutShort extends Error {
  constructor(total: number, rows: number) {
    super(`Announced ${total} rows, read ${rows}.`)
    this.name = 'CutShort'
  }
}

/**
 * The registrations that are asked for, in the order of their numbers, and how many they are. Whoever registers while
 * they are read has a higher number and is not among them. Read page by page: memory does not grow with the list.
 */
export async function rowsFor(
  registrations: Registrations,
  { event, seats }: { event: Event; seats: Seats },
  { profile, status }: Pick<Wanted, 'profile' | 'status'>,
  now: Date,
): Promise<{ total: number; rows: AsyncIterable<Facts> }> {
  const upTo = seats.registered
  const [agreed, statuses] = [profile === 'contact', status ?? REGISTRATION_STATUSES]
  const fits = (registration: Registration) =>
    statuses.includes(registration.status) && (!agreed || registration.person?.consentContact === true)
  const filtered = agreed || status !== undefined
  const total = upTo && filtered ? await registrations.count(event.id, { upTo, statuses, agreed }) : upTo

  async function* rows() {
    if (!upTo) return
    const line = await registrations.waitNumbers(event.id)
    let count = 0
    for await (const page of registrations.pages(event.id, { upTo })) {
      for (const registration of page.filter(fits)) {
        count++
        const { status, waitNumber } = registration
        const position = status === 'waitlisted' && waitNumber !== undefined ? placeIn(line, waitNumber) : undefined
        yield { event, registration, attendance: attendanceOf(registration, event, now), position }
      }
    }
    if (count !== total) throw new CutShort(total, count)
  }
  return { total, rows: rows() }
}

/** How many of these ascending numbers come before this one, and one more. */
function placeIn(line: readonly number[], waitNumber: number): number {
  let [from, to] = [0, line.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((line[middle] ?? 0) < waitNumber) from = middle + 1
    else to = middle
  }
  return from + 1
}
