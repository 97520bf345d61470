import { accessSync, constants, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { assignWith } from '../shared/matching/assign.ts'
import type { Person } from '../shared/matching/person.ts'
import { PoolError } from '../shared/matching/pool.ts'
import { rulesFor } from '../shared/matching/rules.ts'
import { verify } from '../shared/matching/verify.ts'
import { fileError, InputError } from './input-error.ts'
import { type Options, optionsOf } from './options.ts'
import { pickScanner } from './pick-scanner.ts'
import { progress } from './progress.ts'
import { readPeople } from './read-people.ts'
import { readStored, type Stored, sayProved, sayRefuted } from './read-stored.ts'
import { writeResult } from './write-result.ts'

/** The n-th of the people stands on the n-th of the lines. */
type Crowd = { people: Person[]; lines: number[] }
type Bar = ReturnType<typeof progress>

/** Matching without a server: people in, pairs out, with the proof that nothing is better. Answers the exit code. */
async function main(options: Options, bar: Bar): Promise<number> {
  const { file, stored, out } = options
  if (out !== undefined) checkFolder(out)
  const claim = stored === undefined ? undefined : readStored(stored)
  bar.enter('reading')
  const crowd = await readAll(file, bar)
  try {
    return claim ? check(crowd, claim, options, bar) : await match(crowd, options, bar)
  } catch (error) {
    throw error instanceof PoolError ? withLine(crowd, error) : error
  }
}

async function match({ people }: Crowd, options: Options, bar: Bar): Promise<number> {
  const { out, settings, threads } = options
  bar.enter('preparing')
  const rules = rulesFor(people, settings)
  const scannerFor = pickScanner(people.length, threads, bar.reach)
  const result = await assignWith(people, rules, { scannerFor, watch: bar.enter })
  if (options.verify) bar.enter('verifying')
  const verdict = options.verify ? verify(people, rules, result) : undefined
  const timings = bar.done()
  if (verdict?.optimal === false) throw new Error(sayRefuted(verdict))
  // Proved without a verdict too: the solver ends when a scan of all pairs finds none that is worth more.
  await writeResult(out, result, { optimal: true, bound: result.totalScore, timings, people: people.length })
  return 0
}

function check({ people }: Crowd, stored: Stored, { settings }: Options, bar: Bar): number {
  bar.enter('verifying')
  const verdict = verify(people, rulesFor(people, settings), stored)
  bar.done()
  console.log(verdict.optimal ? sayProved(stored, verdict.bound) : sayRefuted(verdict))
  return verdict.optimal ? 0 : 1
}

/** Better told now than after the work. */
function checkFolder(out: string): void {
  try {
    accessSync(dirname(out), constants.W_OK)
  } catch (error) {
    throw fileError(out, error)
  }
}

async function readAll(file: string, bar: Bar): Promise<Crowd> {
  const crowd: Crowd = { people: [], lines: [] }
  const size = statSync(file, { throwIfNoEntry: false })?.size
  for await (const { person, line } of readPeople(file, (bytes) => bar.reach(size ? bytes / size : 0))) {
    crowd.people.push(person)
    crowd.lines.push(line)
  }
  return crowd
}

/** An error in somebody's entry, told with the line it stands on; when two have the same id, that of the second. */
function withLine({ people, lines }: Crowd, { id, field, message }: PoolError): InputError {
  const first = people.findIndex((person) => person.id === id)
  const second = people.findIndex((person, n) => n > first && person.id === id)
  return new InputError(`line ${lines[Math.max(first, second)]}: ${field}: ${message}`)
}

const bar = progress(process.stderr)
try {
  process.exitCode = await main(optionsOf(process.argv.slice(2)), bar)
} catch (error) {
  bar.done()
  console.error(error instanceof InputError ? error.message : error)
  process.exitCode = error instanceof InputError ? 2 : 1
}
