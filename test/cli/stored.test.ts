import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { aPopulation } from '../matching/population.ts'
import { aFolder, ndjson, run } from './a-command.ts'

const folder = aFolder()
const people = aPopulation({ mentees: 40, mentors: 10, seats: 3, seed: 9 })
const file = folder.file('people.ndjson', ndjson(people))
const stored = folder.path('pairs.json')

beforeAll(async () => {
  await run('match', file, '--out', stored)
})

/** The stored result with a change, in a file of its own. */
function changed(change: (result: ReturnType<typeof JSON.parse>) => void): string {
  const result = JSON.parse(readFileSync(stored, 'utf8'))
  change(result)
  return folder.file('changed.json', JSON.stringify(result))
}

describe('a stored result', () => {
  test('is proved again, without matching', async () => {
    const { placed, totalScore } = JSON.parse(readFileSync(stored, 'utf8'))
    const { code, out, err } = await run('match', file, stored, '--verify')
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(
      new RegExp(`^Optimal: ${placed} placed, .* total score ${totalScore}; the bound is ${totalScore}`),
    )
  })

  test.each<[string, string, Parameters<typeof changed>[0]]>([
    ['a pair has another score', 'The score is ', ({ pairs }) => pairs[0].score++],
    ['a pair has another mentor', 'Not optimal', ({ pairs }) => (pairs[0].mentor = pairs[1].mentor)],
    ['a pair is missing', 'The mentee is not named.', ({ pairs }) => pairs.pop()],
    ['the total is another', 'totalScore should be ', (result) => result.totalScore++],
    ['a price is lower', 'Not optimal', ({ certificate }) => certificate.prices[0]--],
    ['a surplus is higher', 'The prices allow 1 more', ({ certificate }) => certificate.surpluses[0]++],
  ])('is refuted when %s', async (_, sentence, change) => {
    const { code, out } = await run('match', file, changed(change), '--verify')
    expect(code).toBe(1)
    expect(out).toContain(sentence)
  })

  test('is refuted for other people and for other rules', async () => {
    const others = folder.file('others.ndjson', ndjson(people.slice(1)))
    expect(await run('match', others, stored, '--verify')).toMatchObject({
      code: 1,
      out: expect.stringContaining('other people'),
    })
    const rules = folder.file('rules.json', '{"rules":{"loadPenalty":3}}')
    expect(await run('match', file, stored, '--verify', '--rules', rules)).toMatchObject({
      code: 1,
      out: expect.stringContaining('other rules'),
    })
  })

  test('that cannot be read is named', async () => {
    const missing = await run('match', file, folder.path('none.json'), '--verify')
    expect(missing).toMatchObject({ code: 2, err: expect.stringContaining('none.json: no such file') })
    const half = changed((result) => delete result.certificate)
    expect(await run('match', file, half, '--verify')).toMatchObject({
      code: 2,
      err: expect.stringContaining('changed.json: certificate: '),
    })
  })
})
