import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Assignment, assign } from '../../shared/matching/assign.ts'
import { LEVEL } from '../../shared/matching/engine/priorities.ts'
import { rulesFor } from '../../shared/matching/rules.ts'
import { verify } from '../../shared/matching/verify.ts'
import { aPopulation } from './population.ts'

type Result = Omit<Assignment, 'certificate'> & {
  certificate: { prices: number[]; surpluses: number[]; rulesVersion: string; inputHash: string }
}
/** A result to corrupt, somebody among its pairs, mentors who got mentees by their place among the prices, an amount. */
type Victim = { result: Result; pair: number; busy: number[]; surplus: number; by: number }

const bump = (list: number[], at: number | undefined, by: number): void => {
  list[at ?? 0] = (list[at ?? 0] ?? 0) + by
}

/** The ways in which a result or its proof can be wrong. None of them may ever pass. */
const CORRUPTIONS: Record<string, (victim: Victim) => void> = {
  'a price is off': ({ result, busy, by }) => bump(result.certificate.prices, busy[0], by),
  'a price is off by a level': ({ result, busy, by }) =>
    bump(result.certificate.prices, busy[0], Math.sign(by) * LEVEL),
  'a surplus is off': ({ result, surplus, by }) => bump(result.certificate.surpluses, surplus, by),
  'two different prices change places': ({ result: { certificate }, busy }) => {
    const [one = 0] = busy
    const other = busy.find((column) => certificate.prices[column] !== certificate.prices[one])
    if (other === undefined) certificate.prices.pop()
    else
      [certificate.prices[one], certificate.prices[other]] = [
        certificate.prices[other] ?? 0,
        certificate.prices[one] ?? 0,
      ]
  },
  'a price is missing': ({ result }) => result.certificate.prices.pop(),
  'a surplus is there twice': ({ result }) => result.certificate.surpluses.push(result.certificate.surpluses[0] ?? 0),
  'a price is no number': ({ result, busy }) => bump(result.certificate.prices, busy[0], Number.NaN),
  'a price is endless': ({ result, busy }) => bump(result.certificate.prices, busy[0], Number.POSITIVE_INFINITY),
  'a surplus is half a point': ({ result, surplus }) => bump(result.certificate.surpluses, surplus, 0.5),
  'the people are others': ({ result }) => {
    result.certificate.inputHash = result.certificate.inputHash.replace(/^./, (first) => (first === '0' ? '1' : '0'))
  },
  'the rules are others': ({ result }) => {
    result.certificate.rulesVersion += '0'
  },
  'the total is off': ({ result, by }) => {
    result.totalScore += by
  },
  'the waits are off': ({ result, by }) => {
    result.waits += by
  },
  'the number placed is off': ({ result, by }) => {
    result.placed += by
  },
  'a pair is lost': ({ result, pair }) => result.pairs.splice(pair, 1),
  'a pair is there twice': ({ result, pair }) => result.pairs.push(...result.pairs.slice(pair, pair + 1)),
  'a score is off': ({ result, pair, by }) =>
    Object.assign(result.pairs[pair] ?? {}, { score: (result.pairs[pair]?.score ?? 0) + by }),
  'a part of a score is off': ({ result, pair }) => bumpPart(result.pairs[pair]),
  'a seat is miscounted': ({ result, pair }) => Object.assign(result.pairs[pair] ?? {}, { seat: 0 }),
  'a mentee stands for a mentor': ({ result, pair }) =>
    Object.assign(result.pairs[pair] ?? {}, { mentor: result.pairs[pair]?.mentee }),
  'somebody placed is left out as well': ({ result, pair }) =>
    result.unplaced.push({ mentee: result.pairs[pair]?.mentee ?? '', reason: 'seats', detail: '' }),
}

function bumpPart(pair: Assignment['pairs'][number] | undefined): void {
  if (pair) pair.parts.topics += 1
}

const pools = fc.record({
  seed: fc.nat(),
  mentees: fc.integer({ min: 6, max: 30 }),
  mentors: fc.integer({ min: 2, max: 10 }),
  seats: fc.integer({ min: 1, max: 4 }),
})
const amounts = fc.oneof(fc.integer({ min: -1500, max: -1 }), fc.integer({ min: 1, max: 1500 }))

test('a corrupted proof is caught, whatever the pool, and whatever was corrupted', { timeout: 240_000 }, () => {
  fc.assert(
    fc.property(pools, fc.nat(), amounts, (size, n, by) => {
      const people = aPopulation(size)
      const rules = rulesFor(people)
      const result = assign(people, rules)
      fc.pre(result.pairs.length > 0)
      expect(verify(people, rules, result).optimal).toBe(true)
      const mentors = people.flatMap(({ id, role }) => (role === 'mentor' ? [id] : [])).sort()
      const busy = mentors.flatMap((id, column) => (result.pairs.some(({ mentor }) => mentor === id) ? [column] : []))
      const turned = [...busy.slice(n % busy.length), ...busy.slice(0, n % busy.length)]
      const at = { pair: n % result.pairs.length, busy: turned, surplus: n % size.mentees, by }
      const passed = Object.entries(CORRUPTIONS).flatMap(([name, corrupt]) => {
        const copy: Result = JSON.parse(JSON.stringify(result))
        corrupt({ result: copy, ...at })
        return verify(people, rules, copy).optimal ? [name] : []
      })
      expect(passed).toEqual([])
    }),
    { numRuns: 150 },
  )
})
