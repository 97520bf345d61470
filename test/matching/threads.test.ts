import { expect, test } from 'vitest'
import { assign, assignWith } from '../../shared/matching/assign.ts'
import { pack } from '../../shared/matching/engine/pack.ts'
import { poolOf } from '../../shared/matching/pool.ts'
import { rulesFor } from '../../shared/matching/rules.ts'
import { scanThreads } from '../../shared/scan-threads.ts'
import { aPopulation } from './population.ts'

// With more than 200 mentors the solver looks at them in slices first.
test.each([
  { mentees: 5000, mentors: 150, seats: 5, seed: 4 },
  { mentees: 1500, mentors: 500, seats: 3, seed: 5 },
])('one thread or two find the same, byte for byte: %o', async (shape) => {
  const people = aPopulation(shape)
  const rules = rulesFor(people)
  const alone = JSON.stringify(assign(people, rules))
  for (const threads of [1, 2]) {
    const result = await assignWith(people, rules, { scannerFor: scanThreads(threads) })
    expect(JSON.stringify(result) === alone).toBe(true)
  }
})

test('threads that are gone end a scan, and not the process', async () => {
  const people = aPopulation({ mentees: 10, mentors: 5, seats: 1, seed: 1 })
  const rules = rulesFor(people)
  const scanner = scanThreads(2)(pack(poolOf(people, rules), rules), rules)
  await scanner.close()
  const request = { rows: Int32Array.of(0), floors: Int32Array.of(0), prices: new Int32Array(5), keep: 1 }
  await expect(scanner.scan([request])).rejects.toThrow('A scanning thread ended')
})
