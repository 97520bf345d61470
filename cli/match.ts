import { accessSync, constants } from 'node:fs'
import { dirname } from 'node:path'
import { assignWith } from '../shared/matching/assign.ts'
import { PoolError } from '../shared/matching/pool.ts'
import { rulesFor } from '../shared/matching/rules.ts'
import { verify } from '../shared/matching/verify.ts'
import { type Crowd, readCrowd, withLine } from './crowd.ts'
import { explained } from './explain.ts'
import { fileError, InputError } from './input-error.ts'
import { type Options, type OptionsOf, optionsOf } from './options.ts'
import { pickScanner } from './pick-scanner.ts'
import { type Bar, progress } from './progress.ts'
import { readStored, sayProved, sayRefuted } from './read-stored.ts'
import { mend } from './repair.ts'
import { compare } from './what-if.ts'
import { writeResult } from './write-result.ts'

/** What is done with the people; answers the exit code. */
type Work = (crowd: Crowd, bar: Bar) => Promise<number>

/** Matching without a server: people in, pairs out, with the proof that nothing is better. Answers the exit code. */
async function main(options: Options, bar: Bar): Promise<number> {
  if (options.out !== undefined) checkFolder(options.out)
  const work = workFor(options)
  const crowd = await readCrowd(options.file, bar)
  try {
    return await work(crowd, bar)
  } catch (error) {
    throw error instanceof PoolError ? withLine(crowd, error) : error
  }
}

/** Reads the smaller files, if there are any: a mistake in them is better told before everybody is read. */
function workFor(options: Options): Work {
  switch (options.task) {
    case 'match':
      return match(options)
    case 'check':
      return check(options)
    case 'what-if':
      return compare(options)
    case 'repair':
      return mend(options)
  }
}

const match =
  ({ out, settings, threads, ...wanted }: OptionsOf<'match'>): Work =>
  async ({ people }, bar) => {
    bar.enter('preparing')
    const rules = rulesFor(people, settings)
    const scannerFor = pickScanner(people.length, threads, bar.reach)
    const result = await assignWith(people, rules, { scannerFor, watch: bar.enter })
    if (wanted.verify) bar.enter('verifying')
    const verdict = wanted.verify ? verify(people, rules, result) : undefined
    if (verdict?.optimal === false) throw new Error(sayRefuted(verdict))
    // Proved without a verdict too: the solver ends when a scan of all pairs finds none that is worth more.
    const proved = { optimal: true, bound: result.totalScore, people: people.length }
    if (!wanted.explain) {
      await writeResult(out, result, { ...proved, timings: bar.done() })
      return 0
    }
    const phases = bar.phases()
    bar.enter('explaining')
    const { result: told, report } = explained(people, rules, result, phases)
    await writeResult(out, told, { ...proved, timings: bar.done(), more: { report } })
    return 0
  }

function check({ stored, settings: given, itsRules }: OptionsOf<'check'>): Work {
  const claim = readStored(stored)
  const settings = (itsRules ? claim.settings : undefined) ?? given
  return async ({ people }, bar) => {
    bar.enter('verifying')
    const verdict = verify(people, rulesFor(people, settings), claim)
    bar.done()
    console.log(verdict.optimal ? sayProved(claim, verdict.bound) : sayRefuted(verdict))
    return verdict.optimal ? 0 : 1
  }
}

/** Better told now than after the work. */
function checkFolder(out: string): void {
  try {
    accessSync(dirname(out), constants.W_OK)
  } catch (error) {
    throw fileError(out, error)
  }
}

const bar = progress(process.stderr)
try {
  process.exitCode = await main(optionsOf(process.argv.slice(2)), bar)
} catch (error) {
  bar.done()
  console.error(error instanceof InputError ? error.message : error)
  process.exitCode = error instanceof InputError ? 2 : 1
}
