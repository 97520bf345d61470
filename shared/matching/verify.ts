import type { Assignment } from './assign.ts'
import { inputHashOf, rulesVersionOf } from './certificate.ts'
import { barrierBetween } from './criteria/barriers.ts'
import { LEVEL, levelled } from './engine/priorities.ts'
import type { Person } from './person.ts'
import { pointsWith } from './points.ts'
import { type Pool, poolOf, seatsOf, waitOf } from './pool.ts'
import type { MatchingRules } from './rules.ts'
import { scorePair } from './score.ts'

/** What is wrong with an assignment or its proof. */
type Violation = Readonly<{
  kind: 'input' | 'rules' | 'pairs' | 'sums' | 'prices' | 'gap'
  message: string
  mentee?: string
  mentor?: string
  /** How much more a pair is worth than its prices, or the prices than the assignment. */
  by?: number
}>

export type Verdict = { optimal: true; bound: number } | { optimal: false; violation: Violation }

type Claim = Pick<Assignment, 'placed' | 'totalScore' | 'waits' | 'pairs' | 'unplaced' | 'certificate'>

/**
 * Checks an assignment from scratch, without trusting who made it: seats, pins and hard rules; every score; the sums;
 * that no pair at all is worth more than its two prices (each one is looked at); and that the prices add up to exactly
 * what the assignment is worth. By weak duality of linear programmes nothing can then be better: `bound` is the total
 * score that no assignment placing as many, with such waits, can exceed.
 */
export function verify(people: readonly Person[], rules: MatchingRules, result: Claim): Verdict {
  const pool = poolOf(people, rules)
  const { certificate } = result
  const violation =
    (certificate.inputHash !== inputHashOf(people) && wrong('input', 'The proof is for other people.')) ||
    (certificate.rulesVersion !== rulesVersionOf(rules) && wrong('rules', 'The proof is for other rules.')) ||
    wrongPairs(people, pool, rules, result) ||
    wrongPrices(pool, rules, result) ||
    wrongGap(pool, rules, result)
  return violation ? { optimal: false, violation } : { optimal: true, bound: result.totalScore }
}

const wrong = (kind: Violation['kind'], message: string, more: Partial<Violation> = {}): Violation => ({
  kind,
  message,
  ...more,
})

function wrongPairs(people: readonly Person[], { pins }: Pool, rules: MatchingRules, result: Claim) {
  const known = new Map(people.map((person) => [person.id, person]))
  const heard = new Set<string>()
  const seats = new Map<string, number>()
  let [totalScore, waits] = [0, 0]
  for (const { mentee, mentor, score, parts, seat } of result.pairs) {
    const at = { mentee, mentor }
    const [one, other] = [known.get(mentee), known.get(mentor)]
    if (one?.role !== 'mentee' || other?.role !== 'mentor') return wrong('pairs', 'Nobody knows this pair.', at)
    if (heard.has(mentee)) return wrong('pairs', 'The mentee has two mentors.', at)
    heard.add(mentee)
    const used = (seats.get(mentor) ?? 0) + 1
    seats.set(mentor, used)
    if (used > seatsOf(other)) return wrong('pairs', 'The mentor has too few seats.', at)
    if (seat !== used) return wrong('pairs', 'The seats are miscounted.', at)
    const pair = scorePair(one, other, rules)
    if ('barrier' in pair) return wrong('pairs', `The rule ${JSON.stringify(pair.barrier)} forbids the pair.`, at)
    const same = Object.entries(pair.parts).every(([part, points]) =>
      Object.entries(parts).some(([name, told]) => name === part && told === points),
    )
    if (pair.score !== score || !same) return wrong('pairs', `The score is ${pair.score}.`, at)
    const pinned = pins.get(mentee)
    if (pinned !== undefined && pinned !== mentor) return wrong('pairs', 'The mentee is pinned to somebody else.', at)
    totalScore += score - rules.loadPenalty * (used - 1)
    waits += waitOf(one)
  }
  for (const { mentee } of result.unplaced) {
    if (known.get(mentee)?.role !== 'mentee') return wrong('pairs', 'Nobody knows this mentee.', { mentee })
    if (heard.has(mentee)) return wrong('pairs', 'The mentee is named twice.', { mentee })
    if (pins.has(mentee)) return wrong('pairs', 'The mentee is pinned, and was left out.', { mentee })
    heard.add(mentee)
  }
  const forgotten = people.find(({ id, role }) => role === 'mentee' && !heard.has(id))
  if (forgotten) return wrong('pairs', 'The mentee is not named.', { mentee: forgotten.id })
  const sums = { placed: result.pairs.length, totalScore, waits }
  for (const [name, sum] of Object.entries(sums)) {
    if (Object.entries(result).some(([key, value]) => key === name && value !== sum)) {
      return wrong('sums', `${name} should be ${sum}.`)
    }
  }
  return undefined
}

function wrongPrices(pool: Pool, rules: MatchingRules, { certificate }: Claim): Violation | undefined {
  const { prices, surpluses } = certificate
  const { mentees, mentors } = pool
  if (prices.length !== mentors.length || surpluses.length !== mentees.length) {
    return wrong('prices', 'There must be one price a mentor with a free seat, and one surplus a mentee.')
  }
  for (const price of [...prices, ...surpluses]) {
    if (!Number.isSafeInteger(price)) return wrong('prices', `${price} is no whole number.`)
    if (Math.abs(levelled(price).points) >= LEVEL / 4) return wrong('prices', `${price} mixes the levels.`)
  }
  const facts = mentors.map(({ person }) => rules.read(person))
  const points = pointsWith(facts, rules)
  let worst: Violation | undefined
  mentees.forEach(({ person }, row) => {
    const surplus = surpluses[row] ?? 0
    if (surplus < 0) worst ??= wrong('prices', 'A surplus is below zero.', { mentee: person.id, by: -surplus })
    const one = rules.read(person)
    const own = (waitOf(person) + 1) * LEVEL - surplus
    points(one).forEach((score, column) => {
      const by = own + score - (prices[column] ?? 0)
      if (by <= (worst?.by ?? 0)) return
      // Worth more than its prices: only a hard rule excuses that.
      const other = facts[column]
      if (!other || barrierBetween(one, other, rules) !== undefined) return
      const at = { mentee: person.id, mentor: other.id, by }
      worst = wrong('prices', `The pair is worth ${by} more than its prices.`, at)
    })
  })
  return worst
}

/** What the prices add up to, against what the assignment is worth; pins aside, they are as they must be. */
function wrongGap({ mentees, mentors, pins }: Pool, rules: MatchingRules, { certificate, pairs }: Claim) {
  const { prices, surpluses } = certificate
  let bound = surpluses.reduce((sum, surplus) => sum + surplus, 0)
  mentors.forEach(({ person, taken }, column) => {
    const price = prices[column] ?? 0
    // Seats whose penalty is above the price add nothing, however many there are.
    const seats = Math.min(mentees.length, seatsOf(person) - taken)
    for (let seat = 0; seat < seats; seat++) {
      const gain = price - rules.loadPenalty * (seat + taken)
      if (gain <= 0) break
      bound += gain
    }
  })
  const priorities = new Map(mentees.map(({ person }) => [person.id, (waitOf(person) + 1) * LEVEL]))
  const next = new Map(mentors.map(({ person, taken }) => [person.id, taken]))
  let worth = 0
  for (const { mentee, mentor, score } of pairs) {
    if (pins.has(mentee)) continue
    const seat = next.get(mentor) ?? 0
    next.set(mentor, seat + 1)
    worth += (priorities.get(mentee) ?? 0) + score - rules.loadPenalty * seat
  }
  if (bound === worth) return undefined
  return wrong('gap', `The prices allow ${bound - worth} more than the assignment is worth.`, { by: bound - worth })
}
