import { Event } from '../domain/event.ts'
import { Seats } from '../domain/seats.ts'
import type { Table } from './client.ts'
import { dueBy, keysOf, onwards, type Page, partition, readPage } from './page.ts'
import { EVENTS_DUE, eventIdOf, eventKey, INDEXES, seatsKey } from './table.ts'
import { adding, changing, type Key, removing, type Write } from './write.ts'

export type EventStore = ReturnType<typeof eventStore>

/** Events, and the counts of their seats. */
export const eventStore = (table: Table) => ({
  get: (id: string) => table.get(eventKey(id), Event),
  getMany: (ids: readonly string[]) => table.getMany(ids.map(eventKey), Event),
  seats: (id: string) => table.get(seatsKey(id), Seats),
  seatsOf: (ids: readonly string[]) => table.getMany(ids.map(seatsKey), Seats),

  adding: (event: Event): Write => adding(itemOf(event)),
  changing: (event: Event): Write => changing(itemOf(event)),
  addingSeats: (seats: Seats): Write => adding({ ...seatsKey(seats.eventId), ...seats }),
  changingSeats: (seats: Seats): Write => changing({ ...seatsKey(seats.eventId), ...seats }),

  /** Takes away a draft that nobody has seen, with its seats. */
  removing: (event: Event, seats: Seats): Write[] => [
    removing(eventKey(event.id), event.version),
    removing(seatsKey(event.id), seats.version),
  ],

  /** By their start, those from that moment on, earliest first. */
  from: (startsAt: string, fits: (event: Event) => boolean, cursor?: string): Promise<Page<Event>> =>
    readPage(table, onwards('kind', 'event', startsAt), {
      cursor,
      load: async (items) => (await table.getMany(keysOf(items), Event)).filter(fits),
    }),

  /** The seats of those that start from that moment on, a page at a time. */
  async *seatsFrom(startsAt: string): AsyncGenerator<Seats[]> {
    let next: Record<string, unknown> | undefined
    do {
      const page = await table.queryPage({ ...onwards('kind', 'event', startsAt), Limit: 100 }, next)
      yield await table.getMany(
        page.items.map(({ pk }) => seatsKey(eventIdOf(pk))),
        Seats,
      )
      next = page.next
    } while (next)
  },

  /** Those that start between the two moments, earliest first. */
  async startingBetween(from: string, to: string): Promise<Event[]> {
    const { partition: p, sort: s } = INDEXES.kind
    const keys: Key[] = []
    const found = table.query({
      IndexName: 'kind',
      KeyConditionExpression: '#p = :p AND #s BETWEEN :from AND :to',
      ExpressionAttributeNames: { '#p': p, '#s': s },
      ExpressionAttributeValues: { ':p': 'event', ':from': from, ':to': to },
    })
    for await (const { pk, sk } of found) keys.push({ pk, sk })
    return table.getMany(keys, Event)
  },

  /** All of them, latest first. */
  list: (fits: (event: Event) => boolean, cursor?: string): Promise<Page<Event>> =>
    readPage(
      table,
      { ...partition('kind', 'event'), ScanIndexForward: false },
      { cursor, load: async (items) => (await table.getMany(keysOf(items), Event)).filter(fits) },
    ),

  /** Events with something to do by now: at most so many, those waiting longest first. */
  async due(now: Date, most: number): Promise<Event[]> {
    const { items } = await table.queryPage({ ...dueBy(now, EVENTS_DUE), Limit: most })
    return table.getMany(keysOf(items), Event)
  },
})

const itemOf = (event: Event) => ({
  ...eventKey(event.id),
  ...event,
  kindKey: 'event',
  listedAt: `${event.startsAt}#${event.id}`,
  ...(event.dueAt && { dueShard: EVENTS_DUE }),
})
