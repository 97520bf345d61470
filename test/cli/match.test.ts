import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { aPopulation } from '../matching/population.ts'
import { aMentee, aMentor } from '../support/people.ts'
import { aFolder, csv, ndjson, run, shell } from './a-command.ts'

const folder = aFolder()
const people = aPopulation({ mentees: 60, mentors: 15, seats: 4, seed: 5 }).map((person, n) => ({
  ...person,
  ...(n % 7 === 0 && { employer: 'Mercy, "Grace" & Söhne', avoidSameEmployer: true }),
  ...(n % 9 === 0 && { past: [`mentor-${n % 15}`], timeZone: 'America/New_York' }),
  ...(n % 4 === 0 && { languages: ['es', 'en'] }),
}))
const file = folder.file('people.ndjson', ndjson(people))

async function matched(...words: string[]) {
  const { code, out, err } = await run('match', ...words)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return JSON.parse(out)
}

describe('npm run match', () => {
  test('writes pairs, who is left out and why, the bound, times and what it was given', async () => {
    const result = await matched(file)
    expect(Object.keys(result)).toEqual([
      ...['placed', 'totalScore', 'waits', 'optimal', 'bound', 'pairs', 'unplaced', 'timings', 'input', 'certificate'],
    ])
    const { placed, totalScore, optimal, bound, pairs, unplaced, timings, input } = result
    expect({ optimal, bound }).toEqual({ optimal: true, bound: totalScore })
    expect(pairs).toHaveLength(placed)
    expect(pairs[0]).toEqual({
      mentee: expect.any(String),
      mentor: expect.any(String),
      score: expect.any(Number),
      parts: { topics: 0, practice: 0, style: 0, contact: 0, background: 0, ...pairs[0].parts },
      seat: expect.any(Number),
    })
    expect(pairs.length + unplaced.length).toBe(60)
    expect(unplaced[0]).toEqual({
      mentee: expect.any(String),
      reason: expect.any(String),
      detail: expect.stringMatching(/ .*\.$/),
    })
    expect(timings).toMatchObject({ reading: expect.any(Number), total: expect.any(Number) })
    expect(timings).not.toHaveProperty('verifying')
    expect(input).toEqual({ hash: expect.stringMatching(/^[0-9a-f]{32}$/), people: 75 })
  })

  test('says how long verifying took when asked to verify', async () => {
    expect((await matched(file, '--verify')).timings).toHaveProperty('verifying')
  })

  test('finds the same in CSV as in NDJSON, in any order of lines, with one thread or two', async () => {
    const { timings: _, ...expected } = await matched(file)
    const backwards = folder.file('backwards.ndjson', ndjson(people.toReversed()))
    const spreadsheet = folder.file('people.CSV', csv(people))
    const others = await Promise.all([
      matched(backwards, '--threads', '2'),
      matched(spreadsheet, '--threads', '1'),
      matched(folder.file('crlf.ndjson', `\uFEFF\r\n${ndjson(people).replaceAll('\n', '\r\n')}`)),
    ])
    for (const { timings: _, ...other } of others) expect(other).toEqual(expected)
  })

  test('finds the same pairs, byte for byte, with one thread or two, where threads share the work', async () => {
    const crowd = folder.file('crowd.ndjson', (await run('people', '6000', '--seed', '3')).out)
    const [one, two] = await Promise.all(
      ['1', '2'].map(async (threads) => {
        const out = folder.path(`crowd-${threads}.csv`)
        expect(await run('match', crowd, '--threads', threads, '--out', out)).toEqual({ code: 0, out: '', err: '' })
        return readFileSync(out, 'utf8')
      }),
    )
    expect(one?.split('\n').length).toBeGreaterThan(2000)
    expect(one === two).toBe(true)
  })

  test('writes CSV where the name says so, with a line of names even when there is no pair', async () => {
    const { pairs } = await matched(file)
    const out = folder.path('pairs.csv')
    await run('match', file, '--out', out)
    const [names, first, ...rows] = readFileSync(out, 'utf8').trim().split('\n')
    expect(names).toBe('mentee,mentor,score,seat,topics,practice,style,contact,background')
    const { mentee, mentor, score, seat, parts } = pairs[0]
    const { topics, practice, style, contact, background } = parts
    expect(first).toBe([mentee, mentor, score, seat, topics, practice, style, contact, background].join())
    expect(rows).toHaveLength(pairs.length - 1)
    await run('match', folder.file('empty.ndjson', ''), '--out', out)
    expect(readFileSync(out, 'utf8')).toBe(`${names}\n`)
  })

  test('takes a sign-up body as it was sent, and knows people without an id by role and address', async () => {
    const form = { firstName: 'Sam', lastName: 'Rivera', about: 'Hello.', consent: true }
    const { id: _mentee, ...mentee } = aMentee({ email: 'Sam@example.org' })
    const { id: _mentor, ...mentor } = aMentor({ email: 'kim@example.org' })
    const { id: _other, ...nameless } = aMentee()
    const { pairs, unplaced } = await matched(
      folder.file('forms.ndjson', ndjson([{ ...form, ...mentee, roundsWaited: 1 }, { ...form, ...mentor }, nameless])),
    )
    expect(pairs).toMatchObject([{ mentee: 'mentee:sam@example.org', mentor: 'mentor:kim@example.org' }])
    expect(unplaced).toMatchObject([{ mentee: 'line-3', reason: 'seats' }])
  })

  test('honours a pin, and the rules of a file', async () => {
    const pool = [aMentor({ id: 'm1' }), aMentor({ id: 'm2', state: 'CA' }), aMentee({ id: 'a', pin: 'm2' })]
    const { pairs } = await matched(folder.file('pin.ndjson', ndjson(pool)))
    expect(pairs).toMatchObject([{ mentee: 'a', mentor: 'm2' }])
    const rules = folder.file('rules.json', '{"rules":{"minimumExperienceGap":30}}')
    const strict = await matched(folder.file('gap.ndjson', ndjson([aMentor(), aMentee()])), '--rules', rules)
    expect(strict.unplaced).toMatchObject([{ reason: 'experience' }])
  })

  test.each([
    ['nobody', []],
    ['mentors alone', [aMentor()]],
    ['mentees alone', [aMentee()]],
  ])('places nobody when there are %s', async (_, some) => {
    const result = await matched(folder.file('some.ndjson', ndjson(some)), '--verify')
    expect(result).toMatchObject({ placed: 0, totalScore: 0, waits: 0, optimal: true, bound: 0, pairs: [] })
  })

  test('does not mind when nobody listens to the end', async () => {
    const { code, out, err } = await shell(`"$NODE" "$CLI/match.ts" "${folder.path('crowd.ndjson')}" | head -c 10`)
    expect({ code, out, err }).toEqual({ code: 0, out: '{"placed":', err: '' })
  })
})
