import { describe, expect, it } from 'vitest'
import { fits, lambdaExpecting, lambdaFor, needOf, refusal, TASK } from '../../shared/rounds/room.ts'

/** No number of the table of measurements is repeated here: it changes with the engine. */

const SIZES = [0, 1, 40, 2000, 20_000, 30_000, 100_000, 125_000, 126_000, 350_000, 1_000_000, 2_000_000]

it('more people never need less, and more threads never take longer', () => {
  for (const threads of [1, 2, 6]) {
    const needs = SIZES.map((people) => needOf(people, threads))
    for (const [n, need] of needs.entries()) {
      expect(need.megabytes).toBeGreaterThanOrEqual(needs[n - 1]?.megabytes ?? 0)
      expect(need.seconds).toBeGreaterThanOrEqual(needs[n - 1]?.seconds ?? 0)
      expect(need.seconds).toBeGreaterThanOrEqual(needOf(SIZES[n] ?? 0, threads + 1).seconds)
    }
  }
})

describe('the function', () => {
  it('of a chapter is one core', () => {
    expect(lambdaFor(40)).toEqual({ megabytes: 1769, seconds: 900, threads: 1 })
    expect(lambdaFor(20_000)).toEqual(lambdaFor(40))
  })

  it('is the smallest that fits, within what Lambda has', () => {
    const sizes = SIZES.map((people) => ({ people, place: lambdaFor(people) }))
    for (const { people, place } of sizes) {
      if (!place) continue
      expect(fits(people, place)).toBe(true)
      expect(place.megabytes).toBeLessThanOrEqual(10_240)
      expect(place.seconds).toBeLessThanOrEqual(900)
    }
    const memory = sizes.map(({ place }) => place?.megabytes ?? 99_999)
    expect(memory).toEqual(memory.toSorted((a, b) => a - b))
    expect(sizes.at(-1)?.place).toBeUndefined()
  })

  it('of a programme that expects too many is the largest there is', () => {
    expect(lambdaExpecting(2_000_000)).toMatchObject({ megabytes: 10_240, seconds: 900 })
  })
})

it('the container holds the whole profession, twice', () => {
  expect(fits(700_000, TASK)).toBe(true)
})

describe('a refusal says how many, what it takes, and what to do:', () => {
  const small = { megabytes: 200, seconds: 900, threads: 1 }
  /** Too many for any function, not for the container. */
  function beyondLambda(): number {
    let people = 20_000
    while (lambdaFor(people)) people += 20_000
    return people
  }
  const figures = (people: number) => {
    const { megabytes, seconds } = needOf(people, 1)
    return [people, megabytes, Math.ceil(seconds / 60)].map((figure) => figure.toLocaleString('en-US'))
  }

  it.each([
    [20_000, small, 'peopleExpected in cdk.json to 20000'],
    [beyondLambda(), lambdaExpecting(40), 'largeRounds'],
  ])('%i people', (people, place, remedy) => {
    const words = refusal(people, place)
    for (const figure of figures(people)) expect(words).toContain(figure)
    expect(words).toContain(`${place.megabytes.toLocaleString('en-US')} MB`)
    expect(words).toContain(remedy)
    expect(words).toContain('docs/operating.md')
  })

  it('nothing, when nothing is large enough', () => {
    expect(refusal(50_000_000, TASK)).toContain('nothing that can be deployed is enough')
  })
})
