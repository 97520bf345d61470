import { describe, expect, test } from 'vitest'
import { aMentee, aMentor } from '../support/people.ts'
import { aFolder, csv, ndjson, run, shell } from './a-command.ts'

const folder = aFolder()
const [mentor, mentee] = [aMentor(), aMentee()]
const good = folder.file('good.ndjson', ndjson([mentor, mentee]))

async function refused(...words: string[]): Promise<string> {
  const { code, out, err } = await run('match', ...words)
  expect({ code, out }).toEqual({ code: 2, out: '' })
  return err.trim()
}

describe('a line of NDJSON', () => {
  const [one, last] = [JSON.stringify(mentor), JSON.stringify(aMentor({ id: 'last' }))]
  test.each<[string, string, string]>([
    ['is no JSON', '{"id":', 'line 2: the line: not JSON'],
    ['is no object', '[1]', 'line 2: the line: Invalid input: expected object'],
    ['has a field that nobody knows', JSON.stringify({ ...mentee, shoeSize: 9 }), 'line 2: shoeSize: Unrecognized key'],
    ['lacks a field', JSON.stringify({ ...mentee, state: undefined }), 'line 2: state: Please choose from the list.'],
    ['has a code that is not in the list', JSON.stringify({ ...mentee, topics: ['ce', 'golf'] }), 'line 2: topics.1: '],
    [
      'has the wrong kind of value',
      JSON.stringify({ ...mentee, yearsOfExperience: '3' }),
      'line 2: yearsOfExperience: ',
    ],
    ['waited too long', JSON.stringify({ ...mentee, roundsWaited: 8 }), 'line 2: roundsWaited: '],
    ['is in no time zone', JSON.stringify({ ...mentee, timeZone: 'Mars' }), 'line 2: timeZone: Please use a time zone'],
    ['pins a mentor', JSON.stringify({ ...aMentor({ id: 'b' }), pin: 'x' }), 'line 2: pin: only a mentee has one'],
    ['has an id again', JSON.stringify({ ...mentee, id: 'mentor' }), 'line 2: id: Two people have the id "mentor".'],
    [
      'pins nobody',
      JSON.stringify({ ...mentee, pin: 'who' }),
      'line 2: pin: "mentee" is pinned to "who", but no mentor',
    ],
    [
      'pins a pair that a hard rule forbids',
      JSON.stringify({ ...mentee, pin: 'mentor', languages: ['es'] }),
      'line 2: pin: "mentee" is pinned to "mentor", but the rule "language" forbids that pair.',
    ],
  ])('that %s is named', async (_, line, message) => {
    expect(await refused(folder.file('bad.ndjson', `${one}\n${line}\n${last}\n`))).toContain(message)
  })

  test('is counted with the empty ones', async () => {
    expect(await refused(folder.file('gaps.ndjson', `${one}\n\n\nx`))).toBe('line 4: the line: not JSON')
  })

  test('that is not UTF-8 is named', async () => {
    const bytes = Buffer.concat([Buffer.from(`${one}\n{"id":"`), Buffer.from([0xe9]), Buffer.from('"}\n')])
    expect(await refused(folder.file('latin.ndjson', bytes))).toBe('line 2: the line: not UTF-8 text')
  })

  test('may hold line separators that only some programs see', async () => {
    const file = folder.file('separators.ndjson', ndjson([{ ...mentor, about: 'one\u2028two' }]))
    expect((await run('match', file)).code).toBe(0)
  })
})

describe('a long file', () => {
  const { id: _, ...nameless } = mentor
  const line = JSON.stringify(nameless)

  test('is not read beyond the first mistake', async () => {
    const endless = `printf '%s\\n' '${line}' '${line}' oops; yes '${line}'`
    const { code, err } = await shell(`"$NODE" "$CLI/match.ts" <(${endless})`)
    expect({ code, err }).toEqual({ code: 2, err: 'line 3: the line: not JSON\n' })
  })

  test('takes little memory until its last line is told to be wrong', async () => {
    const long = `yes '${line}' | head -n 50000; echo oops`
    const { code, err } = await shell(`"$NODE" --max-old-space-size=64 "$CLI/match.ts" <(${long})`)
    expect({ code, err }).toEqual({ code: 2, err: 'line 50001: the line: not JSON\n' })
  })

  test('without an end of a line is not taken for one line', async () => {
    const { code, err } = await shell('"$NODE" "$CLI/match.ts" /dev/zero')
    expect({ code, err }).toEqual({ code: 2, err: 'line 1: the line: longer than 1 MiB\n' })
  })
})

describe('a row of CSV', () => {
  const table = csv([mentor, mentee])
  test.each<[string, string, string]>([
    ['an unknown column', table.replace('employer', 'company'), 'line 1: company: no field of that name'],
    ['a column twice', table.replace('employer', 'state'), 'line 1: state: the column is there twice'],
    ['a wrong code', table.replaceAll('cert_prep', 'ce;golf'), 'line 2: topics.1: Please choose from the list.'],
    ['a word for a number', table.replace(',2,day', ',two,day'), 'line 3: yearsOfExperience: '],
    ['too few cells', `${table}mentee\r\n`, 'line 4: the line: '],
    ['a quote that never ends', `${table}"mentee\r\n`, 'the line: '],
  ])('with %s is named', async (_, content, message) => {
    expect(await refused(folder.file('bad.csv', content))).toContain(message)
  })
})

describe('a file', () => {
  test('that is not there is named', async () => {
    expect(await refused(folder.path('nowhere.ndjson'))).toMatch(/nowhere\.ndjson: no such file or directory$/)
    expect(await refused(good, '--rules', folder.path('no.json'))).toMatch(/no\.json: no such file or directory$/)
    expect(await refused(good, '--out', folder.path('no/pairs.json'))).toMatch(
      /pairs\.json: no such file or directory$/,
    )
  })

  test.each([
    ['{', 'rules.json: not JSON'],
    ['{"weights":{"topics":999}}', 'rules.json: weights: the five weights must add up to 1000'],
    ['{"rules":{"loadPenalty":-1}}', 'rules.json: rules.loadPenalty: '],
    ['{"color":1}', 'rules.json: color: '],
  ])('of rules %s is refused', async (content, message) => {
    expect(await refused(good, '--rules', folder.file('rules.json', content))).toContain(message)
  })
})

test.each([[['a', '--explain', '--out', 'b.csv']], [['a', 'stored.json', '--what-if', 'new.json', '--out', 'b.CSV']]])(
  '%j is told that a table has no room for the answer',
  async (words) => {
    expect(await refused(...words)).toMatch(/^b\.csv: a table has room for pairs alone/i)
  },
)

test.each([
  [[]],
  [['a', 'b', 'c']],
  [['a', '--threads', '0']],
  [['a', '--threads', 'two']],
  [['a', '--threads', '1.5']],
  [['a', '--fast']],
  [['a', 'stored.json']],
  [['a', 'stored.json', '--verify', '--out', 'b']],
  [['a', 'stored.json', '--verify', '--explain']],
  [['a', '--what-if', 'new.json']],
  [['a', '--repair']],
  [['a', '--answered', 'ids.txt']],
  [['a', 'stored.json', '--what-if', 'new.json', '--repair']],
  [['a', 'stored.json', '--what-if', 'new.json', '--before', 'old.ndjson']],
  [['a', 'stored.json', '--repair', '--explain']],
])('%j shows the usage', async (words) => {
  expect(await refused(...words)).toContain('Usage: npm run match -- FILE')
})
