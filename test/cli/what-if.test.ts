import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { assign } from '../../shared/matching/assign.ts'
import { rulesFor } from '../../shared/matching/rules.ts'
import { aPopulation } from '../matching/population.ts'
import { aMentee, aMentor } from '../support/people.ts'
import { aFolder, ndjson, run } from './a-command.ts'

const folder = aFolder()
const people = aPopulation({ mentees: 40, mentors: 20, seats: 3, seed: 9 })
const file = folder.file('people.ndjson', ndjson(people))
const stored = folder.path('pairs.json')
const old = { rules: { loadPenalty: 5 }, weights: { topics: 300, style: 200 } }
const oldRules = folder.file('old.json', JSON.stringify(old))

beforeAll(async () => {
  await run('match', file, '--rules', oldRules, '--out', stored)
})

const change = (content: unknown) => folder.file('new.json', JSON.stringify(content))

async function wouldBe(content: unknown, ...words: string[]) {
  const asked = [file, stored, '--what-if', change(content), '--rules', oldRules, ...words]
  const { code, out, err } = await run('match', ...asked)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return out
}

async function refused(...words: string[]): Promise<string> {
  const { code, out, err } = await run('match', ...words)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  return err.trim()
}

describe('what would be', () => {
  test('tells who moves, from whom to whom, what it is worth, and by the old rules for what is not named', async () => {
    const answer = JSON.parse(await wouldBe({ weights: { topics: 0, contact: 450 } }))
    expect(Object.keys(answer)).toEqual(['placedBefore', 'placedAfter', 'totals', 'moved', 'fewest'])
    const rules = rulesFor(people, old)
    const [before, after] = [
      assign(people, rules),
      assign(people, rulesFor(people, { ...old, weights: { ...old.weights, topics: 0, contact: 450 } })),
    ]
    const { placedBefore, placedAfter, totals, moved, fewest } = answer
    expect({ placedBefore, placedAfter, fewest }).toEqual({
      placedBefore: before.placed,
      placedAfter: after.placed,
      fewest: true,
    })
    expect(totals.before.byOldRules.totalScore).toBe(before.totalScore)
    expect(totals.after.byNewRules).toEqual({ placed: after.placed, totalScore: after.totalScore, impossible: 0 })
    expect(moved.length).toBeGreaterThan(3)
    const pairs = new Map(before.pairs.map((pair) => [pair.mentee, pair]))
    for (const { mentee, from, to, scoreBefore, ...more } of moved) {
      expect({ from, scoreBefore }).toEqual({ from: pairs.get(mentee)?.mentor, scoreBefore: pairs.get(mentee)?.score })
      expect(to).not.toBe(from)
      expect(Object.keys(more)).toEqual(to === undefined ? [] : ['scoreAfter'])
    }
  })

  test('moves nobody when nothing changes, and is written to a file when asked', async () => {
    const out = folder.path('answer.json')
    expect(await wouldBe({ rules: { loadPenalty: 5 } }, '--out', out)).toBe('')
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ moved: [], fewest: true })
  })
})

describe('is refused', () => {
  test('for other people, and for other rules', async () => {
    const others = folder.file('others.ndjson', ndjson(people.slice(1)))
    const asked = [stored, '--what-if', change({})]
    expect(await refused(others, ...asked, '--rules', oldRules)).toMatch(
      /pairs\.json: this result was made for other p/,
    )
    expect(await refused(file, ...asked)).toMatch(/pairs\.json: this result was made by other rules; .*--rules\.$/)
  })

  test.each<[string, unknown]>([
    ['new.json: weights: the five weights must add up to 1000', { weights: { topics: 0 } }],
    ['new.json: rules.loadPenalty: ', { rules: { loadPenalty: -1 } }],
    ['new.json: weights.topic: ', { weights: { topic: 1 } }],
    ['new.json: people: ', { people: [] }],
    ['new.json: at: the week must be that of the stored result', { at: '2026-07-01T00:00:00.000Z' }],
    ['new.json: the rules: ', []],
  ])('with %s', async (message, content) => {
    const asked = [file, stored, '--what-if', change(content), '--rules', oldRules]
    expect(await refused(...asked)).toContain(message)
  })

  test('when a price of the stored result is no whole number', async () => {
    const result = JSON.parse(readFileSync(stored, 'utf8'))
    result.certificate.prices[2] += 0.5
    const odd = folder.file('odd.json', JSON.stringify(result))
    expect(await refused(file, odd, '--what-if', change({}))).toContain('odd.json: certificate.prices.2: ')
  })

  test('with the line of a pin that the new rules forbid', async () => {
    const pinned = folder.file('pinned.ndjson', ndjson([aMentor({ id: 'm' }), aMentee({ id: 'a', pin: 'm' })]))
    const result = folder.path('pinned.json')
    await run('match', pinned, '--out', result)
    const message = await refused(pinned, result, '--what-if', change({ rules: { minimumExperienceGap: 30 } }))
    expect(message).toBe('line 2: pin: "a" is pinned to "m", but the rule "experience" forbids that pair.')
  })
})
