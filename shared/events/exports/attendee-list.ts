import type { Event } from '../../domain/event.ts'
import { notFound, Problem } from '../../errors.ts'
import type { AuditStore } from '../../store/audit.ts'
import type { Table } from '../../store/client.ts'
import type { EventStore } from '../../store/events.ts'
import type { RegistrationStore } from '../../store/registrations.ts'
import type { Column, Facts } from './column.ts'
import { CONTACT_COLUMNS, DOOR_COLUMNS, EVERY_COLUMN } from './columns.ts'
import { csvOf } from './csv.ts'
import { attachment } from './file-name.ts'
import { type Item, itemOf, jsonOf, kept, newestChange } from './json.ts'
import { questionColumns } from './questions.ts'
import { rowsFor } from './rows.ts'
import { type Sheet, sheetOf } from './sheet.ts'
import { type Count, countsOf, STATS_ROWS, statsSheet } from './stats.ts'
import { wallClockIn } from './wall-clock.ts'
import { CIRCLE_PROFILES, type Format, type Wanted } from './wanted.ts'
import { xlsxOf } from './xlsx.ts'

type Deps = {
  table: Pick<Table, 'write'>
  events: Pick<EventStore, 'get' | 'seats'>
  registrations: Pick<RegistrationStore, 'pages' | 'count' | 'waitNumbers'>
  audit: Pick<AuditStore, 'adding'>
}
export type Asked = { eventId: string; format: Format; wanted: Wanted; who: string }
export type Download = { headers: Record<string, string>; body: AsyncIterable<Uint8Array | string> }

const TYPES: Record<Format, string> = {
  csv: 'text/csv; charset=utf-8; header=present',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
}

/**
 * The attendee list of an event. What it is and how many rows it has is known, and in the audit trail, before its first
 * byte is read; the body throws when the rows are not as many.
 */
export const attendeeList =
  ({ table, events, registrations, audit }: Deps) =>
  async ({ eventId, format, wanted, who }: Asked, now: Date): Promise<Download> => {
    const [event, seats] = await Promise.all([events.get(eventId), events.seats(eventId)])
    if (!event || !seats) throw notFound('event')
    const { profile, status, labels, explode } = wanted
    if (event.kind === 'circle' && !CIRCLE_PROFILES.includes(profile)) throw notOfCircles()

    const found = await rowsFor(registrations, { event, seats }, wanted, now)
    const total = profile === 'stats' ? STATS_ROWS : found.total
    const filters = { ...(status && { status }), ...(format !== 'json' && { labels, explode }) }
    const details = { format, profile, ...filters, rows: total, registrations: found.total }
    await table.write(audit.adding({ at: now.toISOString(), who, what: 'export', subject: event.id, details }))

    const headers = {
      'content-type': TYPES[format],
      'content-disposition': attachment(event.title, format),
      'cache-control': 'no-store',
      'x-total-rows': String(total),
      'x-as-of': now.toISOString(),
    }
    return { headers, body: bodyOf({ event, format, wanted, total, rows: found.rows, now }) }
  }

const notOfCircles = () =>
  new Problem(403, 'Not for a circle', 'A circle has profile=door and profile=stats alone: no addresses, no answers.')

type Listed = { event: Event; format: Format; wanted: Wanted; total: number; rows: AsyncIterable<Facts>; now: Date }

function bodyOf({ event, format, wanted, total, rows, now }: Listed): Download['body'] {
  const { profile, labels, explode } = wanted
  const wallClock = wallClockIn(event.timeZone)
  if (format === 'json') {
    const newest = newestChange(event, now)
    const seen = passing(rows, newest.sees)
    const items =
      profile === 'stats' ? countsOf(seen) : itemsOf(columnsOf(event, profile, false), seen, wallClock, profile)
    return jsonOf(items, { total, asOf: newest.at })
  }
  if (profile === 'stats') return written<Count>(format, statsSheet(labels), countsOf(rows))
  const sheet = sheetOf(columnsOf(event, profile, explode), { timeZone: event.timeZone, labels, wallClock })
  return written(format, sheet, rows)
}

const written = <Row>(format: 'csv' | 'xlsx', sheet: Sheet<Row>, rows: AsyncIterable<Row>) =>
  format === 'csv' ? csvOf(sheet, rows) : xlsxOf(sheet, rows)

function columnsOf(event: Event, profile: Exclude<Wanted['profile'], 'stats'>, explode: boolean): readonly Column[] {
  if (profile === 'full') return [...EVERY_COLUMN, ...questionColumns(event, explode)]
  return profile === 'door' ? DOOR_COLUMNS : CONTACT_COLUMNS
}

async function* itemsOf(
  columns: readonly Column[],
  rows: AsyncIterable<Facts>,
  wallClock: ReturnType<typeof wallClockIn>,
  profile: Wanted['profile'],
): AsyncGenerator<Item> {
  for await (const facts of rows) {
    yield { ...itemOf(columns, facts, wallClock), ...(profile === 'full' && kept(facts)) }
  }
}

async function* passing<T>(all: AsyncIterable<T>, look: (one: T) => void): AsyncGenerator<T> {
  for await (const one of all) {
    look(one)
    yield one
  }
}
