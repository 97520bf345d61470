import { type Introduction, type Repair, repair } from '../shared/matching/change/repair.ts'
import type { Before } from '../shared/matching/change/warm-start.ts'
import type { Person } from '../shared/matching/person.ts'
import { PoolError } from '../shared/matching/pool.ts'
import { type MatchingRules, rulesFor } from '../shared/matching/rules.ts'
import { scorePair } from '../shared/matching/score.ts'
import { verify } from '../shared/matching/verify.ts'
import { type Crowd, readCrowd } from './crowd.ts'
import { InputError } from './input-error.ts'
import { madeByRules, madeForPeople } from './made-for.ts'
import type { OptionsOf } from './options.ts'
import type { Bar } from './progress.ts'
import { readAnswered } from './read-answered.ts'
import { readStored, type Stored, sayRefuted } from './read-stored.ts'
import { writeResult } from './write-result.ts'

/**
 * Pairs the people of today, with the fewest changes to the introductions of a stored result: none to those that were
 * answered. Introductions that were declined, or of which somebody is gone, are over.
 */
export function mend(options: OptionsOf<'repair'>) {
  const { stored: name, answered: file, out } = options
  const stored = readStored(name)
  const introduced = new Set(stored.pairs.map(({ mentee }) => mentee))
  const answered = file === undefined ? new Map<string, number>() : readAnswered(file, introduced)
  return async ({ people }: Crowd, bar: Bar): Promise<number> => {
    const { rules, before } = await rulesThen(people, stored, options, bar)
    bar.enter('repairing')
    const introductions = stored.pairs
      .map(({ mentee, mentor }) => ({ mentee, mentor, answered: answered.has(mentee) }))
      .filter(stillOpen(people, rules))
    const { result, changed, added, kept, fewest, ...repaired } = orWrongAnswer(file, answered, () =>
      repair(people, rules, introductions, before),
    )
    if (options.verify) bar.enter('verifying')
    const verdict = options.verify ? verify(repaired.people, rules, result) : undefined
    const timings = bar.done()
    if (verdict?.optimal === false) throw new Error(sayRefuted(verdict))
    if (!madeByRules(stored, rules)) console.error(otherRules(name))
    const more = { changed, added, kept, fewest }
    await writeResult(out, result, { optimal: true, bound: result.totalScore, timings, people: people.length, more })
    return 0
  }
}

/** The rules of the stored round; as nearly as they are known when nobody says who was there. */
async function rulesThen(
  people: readonly Person[],
  stored: Stored,
  { before: file, stored: name, settings }: OptionsOf<'repair'>,
  bar: Bar,
): Promise<{ rules: MatchingRules; before?: Before }> {
  if (file === undefined) return { rules: rulesFor(people, settings) }
  const then = (await readCrowd(file, bar).catch(inFile(file))).people
  const rules = rulesFor(then, settings)
  if (!madeByRules(stored, rules)) {
    throw new InputError(`${name}: this result was made by other rules (--rules), or other mentors than in ${file}.`)
  }
  return madeForPeople(stored, then) ? { rules, before: { people: then, rules, result: stored } } : { rules }
}

/** Names the file that a line stands in, where it is not the usual one. */
const inFile =
  (file: string) =>
  (error: unknown): never => {
    const told = error instanceof InputError && error.message.startsWith('line ')
    throw told ? new InputError(`${file}: ${error.message}`) : error
  }

const otherRules = (name: string): string =>
  [
    `${name}: this result was made by other rules, so pairs may change for that alone. If they are not the usual ones,`,
    'give them with --rules; if mentors came or left or offer other topics, give the people of then with --before.',
  ].join('\n')

/** Whoever declined has the other in `past` or `blocked`; it stays if it was answered, or an error tells. */
function stillOpen(people: readonly Person[], rules: MatchingRules) {
  const byId = new Map(people.map((person) => [person.id, person]))
  return ({ mentee, mentor, answered }: Introduction): boolean => {
    const [one, other] = [byId.get(mentee), byId.get(mentor)]
    if (answered || !one || !other) return true
    const pair = scorePair(one, other, rules)
    return !('barrier' in pair && pair.barrier === 'paired-before')
  }
}

/** An answered introduction that cannot stay is a mistake in the file of answers, not in somebody's entry. */
function orWrongAnswer(file: string | undefined, answered: ReadonlyMap<string, number>, work: () => Repair): Repair {
  try {
    return work()
  } catch (error) {
    const line = error instanceof PoolError && error.field === 'pin' && answered.get(error.id)
    throw line ? new InputError(`${file}: line ${line}: ${error.message}`) : error
  }
}
