import * as z from 'zod'
import { Event } from '../domain/event.ts'
import { Attendee, partsOf, Registration } from '../domain/registration.ts'
import { Seats } from '../domain/seats.ts'
import { type Table, withoutKeys } from './client.ts'
import { dueBy, type Page, partition, readPage } from './page.ts'
import { attendeeKey, eventKey, lineKey, OFFERS_DUE, ordinal, registrationKey, seatsKey } from './table.ts'
import { adding, changing, type Item, type Write } from './write.ts'

export type RegistrationStore = ReturnType<typeof registrationStore>

/** A place in line; leads to its registration. */
const InLine = z.strictObject({ number: z.int() })
const Around = z.union([Event, Seats, Attendee, Registration])

/** Registrations for events, who made them, and the waiting line. */
export const registrationStore = (table: Table) => ({
  async get(id: string): Promise<Registration | undefined> {
    const parts = partsOf(id)
    const found = parts && (await table.get(registrationKey(parts.eventId, parts.number), Registration))
    return found?.id === id ? found : undefined
  },

  /** Those that there are, in no order. */
  async getMany(ids: readonly string[]): Promise<Registration[]> {
    const keys = ids.flatMap((id) => {
      const parts = partsOf(id)
      return parts ? [registrationKey(parts.eventId, parts.number)] : []
    })
    return (await table.getMany(keys, Registration)).filter(({ id }) => ids.includes(id))
  },

  getByNumber: (eventId: string, numbers: readonly number[]) =>
    table.getMany(
      numbers.map((number) => registrationKey(eventId, number)),
      Registration,
    ),

  /** What registering for an event looks at, in one read. */
  async before(eventId: string, addressHash: string) {
    const keys = [eventKey(eventId), seatsKey(eventId), attendeeKey(eventId, addressHash)]
    return sorted(await table.getMany(keys, Around))
  },

  /** What granting wishes looks at: the event with its seats, who is behind these addresses, and these registrations. */
  async beforeWishes(eventId: string, addressHashes: readonly string[], ids: readonly string[]) {
    const found = await table.getMany(
      [eventKey(eventId), seatsKey(eventId), ...addressHashes.map((hash) => attendeeKey(eventId, hash))],
      Around,
    )
    const { event, seats } = sorted(found)
    const attendees = found.filter((each) => 'registrationId' in each)
    const numbers = [...ids, ...attendees.map(({ registrationId }) => registrationId)].flatMap(
      (id) => partsOf(id)?.number ?? [],
    )
    const registrations = await table.getMany(
      numbers.map((number) => registrationKey(eventId, number)),
      Registration,
    )
    return { event, seats, attendees, registrations }
  },

  /** A registration with its event and seats, in one read; undefined when there is none of that id. */
  async around(id: string) {
    const { eventId, number } = partsOf(id) ?? { eventId: '', number: 0 }
    const keys = [eventKey(eventId), seatsKey(eventId), registrationKey(eventId, number)]
    const { event, seats, registration } = sorted(await table.getMany(keys, Around))
    return event && seats && registration?.id === id ? { event, seats, registration } : undefined
  },

  adding: (registration: Registration): Write => adding(itemOf(registration)),
  /** One that is written back from an export, and what leads to it: can be repeated, and never takes another's place. */
  restoring(registration: Registration): Write[] {
    const { id, eventId, number, addressHash, person, status, waitNumber = 0 } = registration
    const unlessOther = (name: string, value: unknown) => ({
      condition: 'attribute_not_exists(pk) OR #name = :value',
      names: { '#name': name },
      values: { ':value': value },
    })
    const attendee = attendeeItem({ eventId, addressHash, registrationId: id })
    const place = { ...lineKey(eventId, waitNumber), number }
    return [
      { put: itemOf(registration), guard: unlessOther('id', id) },
      ...(person ? [{ put: attendee, guard: unlessOther('registrationId', id) }] : []),
      ...(status === 'waitlisted' ? [{ put: place, guard: unlessOther('number', number) }] : []),
    ]
  },
  changing: (registration: Registration): Write => changing(itemOf(registration)),
  addingAttendee: (attendee: Attendee): Write => adding(attendeeItem(attendee)),
  /** The last click's key is kept. */
  savingAttendee: (attendee: Attendee): Write => ({ put: attendeeItem(attendee) }),
  removingAttendee: ({ eventId, addressHash }: Registration): Write => ({ remove: attendeeKey(eventId, addressHash) }),
  joiningLine: ({ eventId, number, waitNumber = 0 }: Registration): Write =>
    adding({ ...lineKey(eventId, waitNumber), number }),
  leavingLine: ({ eventId, waitNumber = 0 }: Registration): Write => ({
    remove: lineKey(eventId, waitNumber),
    guard: { condition: 'attribute_exists(pk)' },
  }),

  /** The first of the line, as many as there are up to `most`. */
  async heads(eventId: string, most: number): Promise<Registration[]> {
    const query = { ...partition('table', `EVENT#${eventId}`, 'line#'), Limit: most, ConsistentRead: true }
    const { items } = await table.queryPage(query)
    const numbers = items.map((item) => InLine.parse(withoutKeys(item)).number)
    return table.getMany(
      numbers.map((number) => registrationKey(eventId, number)),
      Registration,
    )
  },

  /** How many stand in line up to and with this one: 1 for its head. */
  placeOf: ({ eventId, waitNumber = 0 }: Registration): Promise<number> =>
    table.count({
      KeyConditionExpression: '#p = :p AND #s BETWEEN :first AND :own',
      ExpressionAttributeNames: { '#p': 'pk', '#s': 'sk' },
      ExpressionAttributeValues: {
        ':p': `EVENT#${eventId}`,
        ':first': 'line#',
        ':own': lineKey(eventId, waitNumber).sk,
      },
      ConsistentRead: true,
    }),

  /** All registrations in the order of their numbers, a page of the table at a time, after `after` and up to `upTo`. */
  async *pages(eventId: string, { after = 0, upTo = 99_999_999 } = {}): AsyncGenerator<Registration[]> {
    let next: Record<string, unknown> | undefined
    do {
      const page = await table.queryPage(
        {
          KeyConditionExpression: '#p = :p AND #s BETWEEN :from AND :to',
          ExpressionAttributeNames: { '#p': 'pk', '#s': 'sk' },
          ExpressionAttributeValues: {
            ':p': `EVENT#${eventId}`,
            ':from': `registration#${ordinal(after + 1)}`,
            ':to': `registration#${ordinal(upTo)}`,
          },
          ConsistentRead: true,
        },
        next,
      )
      yield page.items.map(registrationFrom)
      next = page.next
    } while (next)
  },

  /** How many of the first `upTo` have one of these statuses and, if asked for, agreed to be contacted. */
  count: (
    eventId: string,
    { upTo, statuses, agreed }: { upTo: number; statuses: readonly Registration['status'][]; agreed: boolean },
  ): Promise<number> =>
    table.count({
      KeyConditionExpression: '#p = :p AND #s BETWEEN :from AND :to',
      FilterExpression: `#status IN (${statuses.map((_, n) => `:status${n}`).join(', ')})${agreed ? ' AND #person.#consent = :yes' : ''}`,
      ExpressionAttributeNames: {
        '#p': 'pk',
        '#s': 'sk',
        '#status': 'status',
        ...(agreed && { '#person': 'person', '#consent': 'consentContact' }),
      },
      ExpressionAttributeValues: {
        ':p': `EVENT#${eventId}`,
        ':from': `registration#${ordinal(1)}`,
        ':to': `registration#${ordinal(upTo)}`,
        ...Object.fromEntries(statuses.map((status, n) => [`:status${n}`, status])),
        ...(agreed && { ':yes': true }),
      },
      ConsistentRead: true,
    }),

  /** The places in line that are taken, from its head on. */
  async waitNumbers(eventId: string): Promise<number[]> {
    const numbers: number[] = []
    const line = { ...partition('table', `EVENT#${eventId}`, 'line#'), ConsistentRead: true }
    for await (const { sk } of table.query(line)) numbers.push(Number(sk.replace('line#', '')))
    return numbers
  },

  /** Those that fit, in that order. */
  list: (
    eventId: string,
    fits: (registration: Registration) => boolean,
    cursor?: string,
  ): Promise<Page<Registration>> =>
    readPage(table, partition('table', `EVENT#${eventId}`, 'registration#'), {
      cursor,
      load: async (items) => items.map(registrationFrom).filter(fits),
    }),

  /** Some hundreds of them in that order, with a cursor for the next ones. */
  page: (eventId: string, cursor?: string): Promise<Page<Registration>> =>
    readPage(table, partition('table', `EVENT#${eventId}`, 'registration#'), {
      cursor,
      enough: 500,
      load: async (items) => items.map(registrationFrom),
    }),

  /** Registrations whose offer has run out by now: at most so many, those waiting longest first. */
  async lapsed(now: Date, most: number): Promise<Registration[]> {
    const { items } = await table.queryPage({ ...dueBy(now, OFFERS_DUE), Limit: most })
    return table.getMany(items, Registration)
  },

  /** Everything that an address has registered for. */
  async ofAddress(addressHash: string): Promise<Registration[]> {
    const ids: string[] = []
    const keys = []
    for await (const { pk, sk } of table.query(partition('attendee', addressHash))) keys.push({ pk, sk })
    for (const { registrationId } of await table.getMany(keys, Attendee)) ids.push(registrationId)
    return table.getMany(
      ids.flatMap((id) => {
        const parts = partsOf(id)
        return parts ? [registrationKey(parts.eventId, parts.number)] : []
      }),
      Registration,
    )
  },
})

const itemOf = (registration: Registration) => ({
  ...registrationKey(registration.eventId, registration.number),
  ...registration,
  ...(registration.dueAt && { dueShard: OFFERS_DUE }),
})

const attendeeItem = (attendee: Attendee) => ({
  ...attendeeKey(attendee.eventId, attendee.addressHash),
  ...attendee,
  attendeeHash: attendee.addressHash,
})

const registrationFrom = (item: Item): Registration => Registration.parse(withoutKeys(item))

function sorted(found: readonly z.output<typeof Around>[]) {
  return {
    event: found.find((each) => 'title' in each),
    seats: found.find((each) => 'waitSequence' in each),
    attendee: found.find((each) => 'registrationId' in each),
    registration: found.find((each) => 'number' in each),
  }
}
