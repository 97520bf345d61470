import { beforeAll, describe, expect, test } from 'vitest'
import { keepOnce } from '../../cli/keep-once.ts'
import { RoundReport } from '../../shared/domain/report.ts'
import { assign } from '../../shared/matching/assign.ts'
import { rulesFor } from '../../shared/matching/rules.ts'
import { accountOf } from '../../shared/matching/words/account.ts'
import { aPopulation } from '../matching/population.ts'
import { aFolder, ndjson, run } from './a-command.ts'

const folder = aFolder()
// As the command reads them: what they answered in alphabetical order, on which the list of whom to recruit depends.
const people = aPopulation({ mentees: 30, mentors: 12, seats: 2, seed: 2 }).map(keepOnce())
const file = folder.file('people.ndjson', ndjson(people))
const stored = folder.path('explained.json')

type Result = ReturnType<typeof JSON.parse>

async function matched(...words: string[]): Promise<Result> {
  const { code, out, err } = await run('match', file, ...words)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return JSON.parse(out)
}

describe('npm run match -- --explain', () => {
  const rules = rulesFor(people)
  const { ranks, leftOut, report } = accountOf(people, rules, assign(people, rules), [])
  let [plain, told]: Result[] = []
  beforeAll(async () => {
    ;[plain, told] = await Promise.all([matched(), matched('--explain')])
  })

  test('says of each pair how it ranks for either side, and nothing else that is new', () => {
    expect(told.pairs.length).toBeGreaterThan(10)
    expect(told.pairs).toEqual(plain.pairs.map((pair: Result) => ({ ...pair, ranks: ranks.get(pair.mentee) })))
    expect(told.pairs[0].ranks).toEqual({
      forMentee: expect.stringMatching(/^The .* mentor/),
      forMentor: expect.stringMatching(/^The .* mentee/),
    })
  })

  test('says at length why somebody is left out, and what would help where she can help herself', () => {
    expect(told.unplaced).toHaveLength(plain.unplaced.length)
    for (const [n, { mentee, reason, detail, help }] of told.unplaced.entries()) {
      expect({ detail, help }).toEqual({ help: undefined, ...leftOut.get(mentee) })
      expect(plain.unplaced[n]).toEqual({ mentee, reason, detail: expect.any(String) })
      expect(detail.startsWith(plain.unplaced[n].detail)).toBe(true)
    }
    expect(told.unplaced.some(({ detail }: Result, n: number) => detail > plain.unplaced[n].detail)).toBe(true)
    expect(told.unplaced.some(({ help }: Result) => help)).toBe(true)
  })

  test('reports on the whole, with the phases so far and their memory, and times itself', () => {
    const { phases, ...rest } = RoundReport.parse(told.report)
    expect({ ...rest, phases: [] }).toEqual(report)
    const timed = Object.keys(told.timings)
    expect(timed.slice(-2)).toEqual(['explaining', 'total'])
    expect(phases.map(({ phase }) => phase)).toEqual(timed.slice(0, -2))
    expect(phases.every(({ megabytes }) => megabytes > 10)).toBe(true)
  })

  test('changes nothing of what is there without it', () => {
    const { report: _, pairs: _pairs, unplaced: _unplaced, timings: _timings, ...same } = told
    const { pairs: _plainPairs, unplaced: _plainUnplaced, timings, ...expected } = plain
    expect(same).toEqual(expected)
    expect(timings).not.toHaveProperty('explaining')
  })

  test('can be checked as any other result', async () => {
    await run('match', file, '--explain', '--out', stored)
    expect(await run('match', file, stored, '--verify')).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^Optimal/),
    })
  })
})
