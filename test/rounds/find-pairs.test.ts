import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Match } from '../../shared/domain/match.ts'
import { PAIR_ORDERS, type PairOrder } from '../../shared/domain/round.ts'
import { findPairs } from '../../shared/rounds/find-pairs.ts'
import type { Name } from '../../shared/rounds/names.ts'
import { aMatch } from '../support/profiles.ts'

const LAST = ['Ünal', 'Aoki', 'Meyer', 'de Vries']
/** Every seventh pair has somebody who left. */
const pairs = Array.from({ length: 170 }, (_, n) =>
  aMatch({ id: `round.mentee-${n}`, menteeId: `mentee-${n}`, mentorId: `mentor-${n % 40}`, score: (n * 37) % 101 }),
)
const names = new Map<string, Name>(
  pairs.flatMap(({ menteeId, mentorId }, n) => [
    ...(n % 7 ? [[menteeId, { firstName: `Kim ${n}`, lastName: LAST[n % 4] ?? '' }] as const] : []),
    [mentorId, { firstName: `Sam ${n % 40}`, lastName: 'Öz' }] as const,
  ]),
)
type Wanted = { q?: string; sort?: PairOrder | undefined }

function everyPage(all: readonly Match[], wanted: Wanted): Match[] {
  const found: Match[] = []
  let cursor: string | undefined
  do {
    const page = findPairs(all, names, { ...wanted, cursor })
    expect(page.items.length).toBeLessThanOrEqual(50)
    found.push(...page.items)
    cursor = page.nextCursor
  } while (cursor)
  return found
}
const orders = [undefined, ...PAIR_ORDERS]
const lastNames = (found: readonly Match[]) => found.map(({ menteeId }) => names.get(menteeId)?.lastName)

describe('the pairs of a round', () => {
  it.each(orders)('come all, and each once, page after page, sorted by %s', (sort) => {
    const found = everyPage(pairs, { sort })
    expect(found).toHaveLength(pairs.length)
    expect(new Set(found)).toEqual(new Set(pairs))
  })

  it('come by score from either end', () => {
    const scores = (sort: PairOrder) => everyPage(pairs, { sort }).map(({ score }) => score)
    expect(scores('score')).toEqual(pairs.map(({ score }) => score).toSorted((a, b) => a - b))
    expect(scores('-score')).toEqual(scores('score').toReversed())
  })

  it('come by name as people sort names, and who left comes last', () => {
    const found = lastNames(everyPage(pairs, { sort: 'mentee' }))
    expect([...new Set(found)]).toEqual(['Aoki', 'de Vries', 'Meyer', 'Ünal', undefined])
    expect(found.findIndex((name) => !name)).toBe(found.filter(Boolean).length)
  })

  it('are found by a piece of either name, without its accents', () => {
    const unal = everyPage(pairs, { q: ' unAL', sort: 'score' })
    expect(unal.length).toBeGreaterThan(20)
    expect(new Set(lastNames(unal))).toEqual(new Set(['Ünal']))
    const [sam] = everyPage(pairs, { q: 'sam 39' })
    expect(sam).toMatchObject({ mentorId: 'mentor-39' })
    expect(everyPage(pairs, { q: 'nobody' })).toEqual([])
    expect(everyPage(pairs, { q: '  ' })).toHaveLength(pairs.length)
  })

  it('are not missed when some are taken out between two pages', () => {
    fc.assert(
      fc.property(fc.constantFrom(...orders), fc.nat(169), (sort, out) => {
        const first = findPairs(pairs, names, { sort })
        const rest = pairs.filter((_, n) => n !== out)
        const second = findPairs(rest, names, { sort, cursor: first.nextCursor })
        const seen = new Set([...first.items, ...second.items].map(({ id }) => id))
        const now = findPairs(rest, names, { sort }).items
        for (const { id } of now) expect(seen).toContain(id)
      }),
      { seed: 12, numRuns: 100 },
    )
  })

  it('are refused a cursor of another order, or one that is none', () => {
    const { nextCursor } = findPairs(pairs, names, { sort: 'score' })
    for (const [sort, cursor] of [
      ['mentee', nextCursor],
      [undefined, nextCursor],
      ['score', 'nonsense'],
      ['score', Buffer.from('{"sort":"score","after":"x","n":-1}').toString('base64url')],
    ] as const) {
      expect(() => findPairs(pairs, names, { sort, cursor })).toThrow(expect.objectContaining({ status: 400 }))
    }
  })
})
