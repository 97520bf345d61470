import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { assign } from '../../shared/matching/assign.ts'
import { repair } from '../../shared/matching/change/repair.ts'
import type { Person } from '../../shared/matching/person.ts'
import { rulesFor } from '../../shared/matching/rules.ts'
import { aPopulation } from '../matching/population.ts'
import { aMentee, aMentor } from '../support/people.ts'
import { aFolder, ndjson, run } from './a-command.ts'

const folder = aFolder()
const stored = folder.path('pairs.json')

type Result = ReturnType<typeof JSON.parse>

const written = (name: string, people: readonly Person[]) => folder.file(`${name}.ndjson`, ndjson(people))

async function stores(people: readonly Person[]): Promise<Result> {
  await run('match', written('then', people), '--out', stored)
  return JSON.parse(readFileSync(stored, 'utf8'))
}

async function repaired(people: readonly Person[], ...words: string[]): Promise<Result> {
  const { code, out, err } = await run('match', written('today', people), stored, '--repair', ...words)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return JSON.parse(out)
}

async function refused(people: readonly Person[], ...words: string[]): Promise<string> {
  const { code, out, err } = await run('match', written('today', people), stored, '--repair', ...words)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  return err.trim()
}

const answered = (...ids: string[]) => folder.file('answered.txt', `\uFEFF${ids.join('\r\n')}\r\n`)

describe('a repair of few', () => {
  const [m1, m2] = [aMentor({ id: 'm1', meeting: ['video', 'phone'] }), aMentor({ id: 'm2', meeting: ['phone'] })]
  const early = aMentee({ id: 'early', meeting: ['video', 'phone'] })
  const late = aMentee({ id: 'late', meeting: ['video'] })
  beforeAll(async () => {
    const { pairs } = await stores([m1, m2, early])
    expect(pairs).toMatchObject([{ mentee: 'early', mentor: 'm1' }])
  })

  test('changes what it must for a late sign-up, and writes a result as usual with what changes', async () => {
    const result = await repaired([m1, m2, early, late])
    expect(Object.keys(result)).toEqual([
      ...['placed', 'totalScore', 'waits', 'optimal', 'bound', 'pairs', 'unplaced', 'changed', 'added', 'kept'],
      ...['fewest', 'timings', 'input', 'certificate'],
    ])
    expect(result).toMatchObject({
      ...{ placed: 2, optimal: true, unplaced: [], kept: [], fewest: true },
      changed: [{ mentee: 'early', from: 'm1', to: 'm2' }],
      added: [{ mentee: 'late', mentor: 'm1' }],
      timings: { repairing: expect.any(Number) },
      input: { people: 4 },
    })
    expect(result.bound).toBe(result.totalScore)
  })

  test('leaves alone what was answered', async () => {
    expect(await repaired([m1, m2, early, late], '--answered', answered('', ' early '))).toMatchObject({
      kept: [{ mentee: 'early', mentor: 'm1', answered: true }],
      ...{ changed: [], added: [], unplaced: [{ mentee: 'late' }] },
    })
  })

  test.each<[string, Person[]]>([
    ['the mentee has the mentor in `blocked`', [m1, m2, { ...early, blocked: ['m1'] }]],
    ['the mentor has the mentee in `past`', [{ ...m1, past: ['early'] }, m2, early]],
  ])('takes an introduction for declined when %s', async (_, people) => {
    expect(await repaired(people)).toMatchObject({
      ...{ kept: [], changed: [] },
      added: [{ mentee: 'early', mentor: 'm2' }],
    })
  })

  test('takes one back that another rule forbids by now', async () => {
    expect(await repaired([m1, m2, { ...early, meeting: ['phone'] }])).toMatchObject({ changed: [], added: [] })
    expect(await repaired([{ ...m1, meeting: ['video'] }, m2, { ...early, meeting: ['phone'] }])).toMatchObject({
      changed: [{ mentee: 'early', from: 'm1', to: 'm2' }],
      added: [],
    })
  })

  test('names the line of an answer that is nobody’s, and of one that cannot stand', async () => {
    const people = [m1, m2, early, late]
    expect(await refused(people, '--answered', answered('early', '', 'late'))).toMatch(
      /answered\.txt: line 3: the result introduces no mentee "late"$/,
    )
    const declined = [m1, m2, { ...early, past: ['m1'] }]
    expect(await refused(declined, '--answered', answered('early'))).toMatch(
      /answered\.txt: line 1: "early" is pinned to "m1", but the rule "paired-before" forbids that pair\.$/,
    )
    expect(await refused(people, '--answered', folder.path('none.txt'))).toMatch(
      /none\.txt: no such file or directory$/,
    )
  })

  test('names the line of the people, of today or of then, that is wrong', async () => {
    expect(await refused([m1, { ...early, pin: 'who' }])).toMatch(/^line 2: pin: "early" is pinned to "who"/)
    const bad = folder.file('bad.ndjson', 'oops')
    expect(await refused([m1, early], '--before', bad)).toMatch(/bad\.ndjson: line 1: the line: not JSON$/)
  })
})

describe('a repair of many', () => {
  const then = aPopulation({ mentees: 60, mentors: 20, seats: 3, seed: 8 })
  const oldFile = () => written('then', then)
  let pairs: Result[]
  beforeAll(async () => {
    pairs = (await stores(then)).pairs
  })

  /** Somebody declined, a mentor left, and there is a new mentee. */
  const today = () => {
    const [first, second] = pairs
    const left =
      second.mentor === first.mentor ? pairs.find(({ mentor }) => mentor !== first.mentor).mentor : second.mentor
    return {
      people: [...then, aMentee({ id: 'new' })]
        .filter(({ id }) => id !== left)
        .map((person) => (person.id === first.mentee ? { ...person, blocked: [first.mentor] } : person)),
      open: pairs
        .filter(({ mentee, mentor }) => mentee !== first.mentee && mentor !== left)
        .map(({ mentee, mentor }, n) => ({ mentee, mentor, answered: n % 3 === 0 })),
    }
  }

  test('is the one by the rules of then, when it is told who was there, and can be verified', async () => {
    const { people, open } = today()
    const rules = rulesFor(then)
    const expected = repair(people, rules, open)
    const ids = open.filter((one) => one.answered).map(({ mentee }) => mentee)
    const words = ['--answered', answered(...ids), '--before', oldFile(), '--verify']
    const { placed, totalScore, changed, added, kept, timings } = await repaired(people, ...words)
    const { result } = expected
    expect({ placed, totalScore }).toEqual({ placed: result.placed, totalScore: result.totalScore })
    expect([changed.length, added.length]).toEqual([expected.changed.length, expected.added.length])
    expect(kept.filter((one: Result) => one.answered)).toEqual(open.filter((one) => one.answered))
    expect(timings).toHaveProperty('verifying')
    expect(open.length).toBeGreaterThan(changed.length)
    expect(assign(people, rulesFor(people)).totalScore).not.toBe(assign(people, rules).totalScore)
  })

  test('says that pairs may change for the rules alone, when a mentor left and nobody says who was there', async () => {
    const { people } = today()
    const { code, out, err } = await run('match', written('today', people), stored, '--repair')
    expect(code).toBe(0)
    expect(err).toMatch(/pairs\.json: this result was made by other rules, so pairs may change .*--before\.\n$/s)
    expect(JSON.parse(out)).toMatchObject({ optimal: true, input: { people: people.length } })
  })

  test('says nothing when the mentors are those of then, and does nothing when nothing happened', async () => {
    expect(await repaired(then)).toMatchObject({ changed: [], added: [], kept: { length: pairs.length } })
  })

  test('refuses people of then for whom, and rules by which, the result was not made', async () => {
    const rules = folder.file('rules.json', '{"rules":{"loadPenalty":3}}')
    expect(await refused(then, '--before', oldFile(), '--rules', rules)).toContain('made by other rules (--rules), or')
    expect(await refused(then, '--before', written('others', today().people))).toMatch(
      /other mentors than in .*others\.ndjson\.$/,
    )
  })
})
