import { describe, expect, test } from 'vitest'
import { aFolder, run, shell } from './a-command.ts'

const folder = aFolder()

async function people(...words: string[]): Promise<Record<string, unknown>[]> {
  const { code, out, err } = await run('people', ...words)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  return out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
}

const mean = (numbers: readonly unknown[]): number =>
  numbers.reduce<number>((sum, one) => sum + Number(one), 0) / numbers.length

describe('npm run people', () => {
  test('writes the same people for the same seed, and others for another', async () => {
    const [one, same, other] = await Promise.all([
      people('50'),
      people('50', '--seed', '1'),
      people('50', '--seed', '2'),
    ])
    expect(same).toEqual(one)
    expect(other).not.toEqual(one)
  })

  test.each([
    ['scarce', 1.5],
    ['balanced', 3],
    ['rich', 4.6],
  ])(
    'a %s population has %d seats a mentor, a mentor for four mentees, and the states by employment',
    async (shortage, seats) => {
      const crowd = await people('5000', '--shortage', shortage)
      const mentors = crowd.filter(({ role }) => role === 'mentor')
      expect([crowd.length, mentors.length]).toEqual([5000, 1000])
      expect(mean(mentors.map(({ capacity }) => capacity))).toBeCloseTo(seats, 0)
      const share = (field: string, value: string) => crowd.filter((one) => one[field] === value).length / crowd.length
      // 9 % of laboratory staff work in Texas, 0.2 % in Alaska; about half work days, most of them in hospitals.
      expect(share('state', 'TX')).toBeGreaterThan(20 * share('state', 'AK'))
      expect(share('shift', 'day')).toBeCloseTo(0.52, 1)
      expect(share('setting', 'hospital')).toBeCloseTo(0.45, 1)
      expect(mean(mentors.map(({ yearsOfExperience }) => yearsOfExperience))).toBeGreaterThan(15)
    },
  )

  test('are people that can be matched', async () => {
    const file = folder.file('people.ndjson', (await run('people', '200', '--seed', '7')).out)
    const { code, out } = await run('match', file, '--verify')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ optimal: true, input: { people: 200 } })
  })

  test.each([[[]], [['0']], [['ten']], [['10', '--seed', 'x']], [['10', '--shortage', 'some']], [['10', '--many']]])(
    'shows its usage for %j',
    async (words) => {
      const { code, err } = await run('people', ...words)
      expect(code).toBe(2)
      expect(err).toContain('Usage: npm run people -- N --seed S')
    },
  )

  test('stops when nobody listens any more', async () => {
    expect(await shell('"$NODE" "$CLI/people.ts" 100000000 | head -n 1 | wc -l')).toMatchObject({ code: 0, out: '1\n' })
  })
})
