import type { Event } from '../../domain/event.ts'
import type { Column, Facts, Value } from './column.ts'
import { type WallClock, wallText } from './wall-clock.ts'

export type Item = Record<string, unknown>

/**
 * `{items, total, asOf}`, a line for each item. `asOf` is asked for when all items are out: it can be a moment that only
 * they know.
 */
export async function* jsonOf(
  items: AsyncIterable<Item>,
  { total, asOf }: { total: number; asOf: () => string },
): AsyncGenerator<string> {
  let between = '{"items":[\n'
  for await (const item of items) {
    yield between + JSON.stringify(item)
    between = ',\n'
  }
  const end = between === ',\n' ? '\n]' : `${between}]`
  yield `${end},"total":${total},"asOf":${JSON.stringify(asOf())}}\n`
}

/** The columns by their keys, values as they are: lists as lists, and null where there is none. */
export const itemOf = (columns: readonly Column[], facts: Facts, wallClock: WallClock): Item =>
  Object.fromEntries(columns.map(({ key, kind, value }) => [key, plain(value(facts), kind, wallClock)]))

const plain = (value: Value, kind: Column['kind'], wallClock: WallClock): Value =>
  kind === 'wall' && typeof value === 'string' ? wallText(wallClock(value)) : (value ?? null)

/** What no spreadsheet needs, and an import does: without it people's links and places in line would be lost. */
export const kept = ({ registration }: Facts): Item => ({
  confirmed_at_utc: registration.confirmedAt ?? null,
  wait_number: registration.waitNumber ?? null,
  link_version: registration.linkVersion,
  history: registration.history,
})

const HOUR = 3_600_000

/**
 * The moment of the newest change in a list: later than it nothing in the list has changed, and the same list read again
 * has the same. Whose absence became known by the clock changed then.
 */
export function newestChange(event: Event, now: Date) {
  const absent = new Date(Date.parse(event.endsAt) + HOUR)
  let newest = [event.updatedAt, ...(absent <= now ? [absent.toISOString()] : [])].reduce(later)
  return {
    sees({ registration }: Facts) {
      newest = later(newest, registration.updatedAt)
    },
    at: () => newest,
  }
}

const later = (one: string, other: string): string => (one > other ? one : other)
