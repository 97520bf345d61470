import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compiledSieve } from '../../shared/matching/engine/kernel/compile.ts'
import { OP, plainSieve, sieveOn, TABLE } from '../../shared/matching/engine/kernel/sieve.ts'
import { pack } from '../../shared/matching/engine/pack.ts'
import { scannerOf } from '../../shared/matching/engine/scan.ts'
import { scorerOf } from '../../shared/matching/engine/scorer.ts'
import { poolOf } from '../../shared/matching/pool.ts'
import { rulesFor } from '../../shared/matching/rules.ts'
import { someSettings } from './pools.ts'
import { aPopulation } from './population.ts'

describe('the compiled sieve', () => {
  test('is what its source compiles to', async () => {
    const kept = readFileSync(new URL('../../shared/matching/engine/kernel/compiled.ts', import.meta.url), 'utf8')
    expect(await compiledSieve()).toBe(kept)
  })

  test('lets the same mentors pass as the plain one, whatever is in memory', () => {
    const [size, planes, passed, ops, tables] = [64, 4096, 8192, 12_288, 16_384]
    const op = fc.record({
      plane: fc.nat(7).map((n) => planes + n * size),
      table: fc.nat(7).map((n) => tables + n * TABLE),
      last: fc.nat(255),
    })
    const some = fc.array(op, { maxLength: 6 })
    const shape = fc.record({ light: some, heavy: some, week: some, hours: some })
    fc.assert(
      fc.property(
        shape,
        fc.uint8Array({ minLength: 8 * size, maxLength: 8 * size }),
        fc.uint8Array({ minLength: 8 * TABLE, maxLength: 8 * TABLE }),
        fc.record({ shift: fc.nat(2), allowed: fc.nat(255), from: fc.constantFrom(0, 16, 32) }),
        ({ light, heavy, week, hours }, answers, losses, { shift, allowed, from }) => {
          const listed = [kernel(sieveOn), kernel(plainSieve)].map(({ memory, sieve }) => {
            const bytes = new Uint8Array(memory.buffer)
            const words = new Uint32Array(memory.buffer)
            bytes.set(answers, planes)
            bytes.set(losses, tables)
            // Light tables are only asked for answers below 16.
            for (let n = 0; n < 4 * size; n++) bytes[planes + n] = (bytes[planes + n] ?? 0) & (TABLE - 1)
            let at = ops
            const ends = [light, heavy, week, hours].map((part, n) => {
              for (const { plane, table, last } of part) {
                const low = planes + ((plane - planes) % (4 * size))
                words.set([n === 0 ? low : plane, table, n === 0 ? 0 : last], at >> 2)
                at += OP
              }
              return at
            })
            const [heavyOps = 0, weekOps = 0, hourOps = 0, end = 0] = ends
            const count = sieve(
              0,
              planes + 5 * size,
              size - from,
              ops,
              heavyOps,
              weekOps,
              hourOps,
              end,
              from,
              shift,
              allowed,
              passed,
            )
            return [...words.subarray(passed >> 2, (passed >> 2) + count)]
          })
          expect(listed[0]).toEqual(listed[1])
        },
      ),
      { numRuns: 2000 },
    )
  })

  const kernel = (make: typeof sieveOn) => {
    const memory = new WebAssembly.Memory({ initial: 1 })
    return { memory, sieve: make(memory) }
  }
})

test('a scan finds the best pairs above the floor at any prices, and none that a rule forbids', () => {
  const prices = fc.array(fc.oneof(fc.nat(900), fc.integer({ min: -(2 ** 28), max: 2 ** 28 })), {
    minLength: 30,
    maxLength: 30,
  })
  fc.assert(
    fc.property(
      someSettings,
      fc.nat(50),
      prices,
      fc.array(fc.integer({ min: -300, max: 900 }), { minLength: 20, maxLength: 20 }),
      fc.integer({ min: 1, max: 12 }),
      (settings, seed, levels, floors, keep) => {
        const people = aPopulation({ mentees: 20, mentors: 30, seats: 2, seed })
        const rules = rulesFor(people, settings)
        const pool = poolOf(people, rules)
        const packed = pack(pool, rules)
        const rows = Int32Array.from(pool.mentees.keys())
        const request = { rows, floors: Int32Array.from(floors), prices: Int32Array.from(levels), keep }
        const { start, columns, scores } = scannerOf(packed, rules)(request)
        const scoresOf = scorerOf(packed, rules)
        for (const row of rows) {
          const left = (column: number, score: number) => score - (levels[column] ?? 0)
          const found = [...columns.subarray(start[row], start[row + 1])].map((column, n) => {
            const score = scores[(start[row] ?? 0) + n] ?? 0
            expect(score).toBe(scoresOf(row)[column])
            return left(column, score)
          })
          const expected = [...scoresOf(row)]
            .map((score, column) => (score < 0 ? Number.NEGATIVE_INFINITY : left(column, score)))
            .filter((each) => each >= (floors[row] ?? 0))
            .sort((one, other) => other - one)
            .slice(0, keep)
          expect(found.sort((one, other) => other - one)).toEqual(expected)
        }
      },
    ),
    { numRuns: 300 },
  )
})
