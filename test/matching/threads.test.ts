import { expect, test } from 'vitest'
import { assign, assignWith } from '../../shared/matching/assign.ts'
import { rulesFor } from '../../shared/matching/rules.ts'
import { scanThreads } from '../../shared/scan-threads.ts'
import { aPopulation } from './population.ts'

test('one thread or two find the same, byte for byte', async () => {
  const people = aPopulation({ mentees: 5000, mentors: 150, seats: 5, seed: 4 })
  const rules = rulesFor(people)
  const alone = JSON.stringify(assign(people, rules))
  for (const threads of [1, 2]) {
    const result = await assignWith(people, rules, { scannerFor: scanThreads(threads) })
    expect(JSON.stringify(result) === alone).toBe(true)
  }
})
