import * as z from 'zod'
import type { Match } from '../domain/match.ts'
import type { PairOrder } from '../domain/round.ts'
import { cursorOf, type Page, readCursor } from '../store/page.ts'
import { byName, type Name, nameFits } from './names.ts'

/** The pairs of a round, all at hand: searched and sorted, a page at a time. */

/** In the order of their ids when no other one is asked for. */
type Wanted = { q?: string | undefined; sort?: PairOrder | undefined; cursor?: string | undefined }

const PAGE = 50

/**
 * A cursor stands for the pair after which to go on, and its number: taken out meanwhile, the one after it has that
 * number. It counts all pairs in this order, whatever is looked for. 400 when it is of another order or round.
 */
export function findPairs(
  pairs: readonly Match[],
  names: ReadonlyMap<string, Name>,
  { q, sort, cursor }: Wanted,
): Page<Match> {
  const fits = nameFits(q)
  const sorted = pairs.toSorted(orderBy(names, sort))
  const items: Match[] = []
  for (let n = cursor === undefined ? 0 : startAfter(cursor, sorted, sort); n < sorted.length; n++) {
    const pair = sorted[n]
    if (!pair || !(fits(names.get(pair.menteeId)) || fits(names.get(pair.mentorId)))) continue
    items.push(pair)
    if (items.length < PAGE) continue
    const more = n + 1 < sorted.length
    return { items, ...(more && { nextCursor: cursorOf({ sort: sort ?? NO_ORDER, after: pair.id, n }) }) }
  }
  return { items }
}

const NO_ORDER = 'id'

function startAfter(cursor: string, sorted: readonly Match[], sort: PairOrder | undefined): number {
  const Place = z.strictObject({ sort: z.literal(sort ?? NO_ORDER), after: z.string(), n: z.int().min(0) })
  const { after, n } = readCursor(cursor, Place)
  const found = sorted.findIndex(({ id }) => id === after)
  return found < 0 ? n : found + 1
}

type Order = (one: Match, other: Match) => number

function orderBy(names: ReadonlyMap<string, Name>, sort: PairOrder | undefined): Order {
  const byId: Order = (one, other) => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)
  const nameOf = (role: 'mentee' | 'mentor', match: Match) => names.get(match[`${role}Id`])
  switch (sort) {
    case undefined:
      return byId
    case 'score':
      return (one, other) => one.score - other.score || byId(one, other)
    case '-score':
      return (one, other) => other.score - one.score || byId(one, other)
    default:
      return (one, other) => byName(nameOf(sort, one), nameOf(sort, other)) || byId(one, other)
  }
}
