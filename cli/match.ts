import { createWriteStream, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { stringify } from 'csv-stringify/sync'
import * as z from 'zod'
import { MatchingSettings } from '../shared/domain/programme.ts'
import { type Assignment, assign, assignWith } from '../shared/matching/assign.ts'
import type { Person } from '../shared/matching/person.ts'
import { PoolError } from '../shared/matching/pool.ts'
import { rulesFor } from '../shared/matching/rules.ts'
import { verify } from '../shared/matching/verify.ts'
import { progress } from './progress.ts'
import { InputError, readPeople } from './read-people.ts'
import { scanThreads } from './scan-threads.ts'

const USAGE = 'Usage: npm run match -- FILE [--out pairs.json|pairs.csv] [--rules rules.json] [--verify] [--threads N]'
/** Below this, starting threads takes longer than they save. */
const WORTH_THREADS = 3000

/** Matching without a server: people in, pairs out, with the proof that nothing is better. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      out: { type: 'string' },
      rules: { type: 'string' },
      verify: { type: 'boolean', default: false },
      threads: { type: 'string', default: String(Math.min(8, availableParallelism())) },
    },
  })
  const [file] = positionals
  const threads = Number(values.threads)
  if (!file || positionals.length > 1 || !Number.isSafeInteger(threads) || threads < 1) throw new InputError(USAGE)
  const settings =
    values.rules === undefined ? {} : MatchingSettings.parse(JSON.parse(readFileSync(values.rules, 'utf8')))

  const phases = progress(process.stderr)
  phases.enter('reading')
  const people: Person[] = []
  const lines = new Map<string, number>()
  for await (const { person, line } of readPeople(file)) {
    people.push(person)
    lines.set(person.id, line)
  }
  const rules = rulesFor(people, settings)
  phases.enter('preparing')
  const help = { scannerFor: scanThreads(threads), watch: phases.enter }
  const alone = threads === 1 || people.length < WORTH_THREADS
  const result = await (alone ? alike(() => assign(people, rules)) : assignWith(people, rules, help)).catch(
    naming(lines),
  )
  phases.enter('verifying')
  const verdict = values.verify ? verify(people, rules, result) : undefined
  const timings = phases.done()
  if (verdict?.optimal === false) throw new Error(`The proof does not hold: ${verdict.violation.message}`)
  await write(values.out, result, { timings, people: people.length })
}

/** What fails at once fails like a promise. */
const alike = async <Result>(work: () => Result): Promise<Result> => work()

/** Errors in somebody's entry, told with the line it stands on. */
const naming = (lines: ReadonlyMap<string, number>) => (error: unknown) => {
  if (error instanceof PoolError) throw new InputError(`line ${lines.get(error.id)}: ${error.field}: ${error.message}`)
  throw error
}

type Told = { timings: Record<string, number>; people: number }

/** JSON, or with a name that ends in .csv the pairs alone; to standard output when no name is given. */
async function write(out: string | undefined, result: Assignment, { timings, people }: Told): Promise<void> {
  const { placed, totalScore, waits, pairs, unplaced, certificate } = result
  const head = { placed, totalScore, waits, optimal: true, bound: totalScore }
  const input = { hash: certificate.inputHash, people }
  const stream = out === undefined ? process.stdout : createWriteStream(out)
  if (out?.toLowerCase().endsWith('.csv')) {
    stream.write(
      stringify(
        pairs.map(({ parts, ...pair }) => ({ ...pair, ...parts })),
        { header: true },
      ),
    )
  } else {
    // One piece at a time: the whole text of 300,000 people may be longer than a string can be.
    stream.write(`${JSON.stringify(head).slice(0, -1)},"pairs":[`)
    for (const [n, pair] of pairs.entries()) stream.write(`${n ? ',' : ''}\n${JSON.stringify(pair)}`)
    stream.write('],"unplaced":[')
    for (const [n, one] of unplaced.entries()) stream.write(`${n ? ',' : ''}\n${JSON.stringify(one)}`)
    stream.write(`],"timings":${JSON.stringify(timings)},"input":${JSON.stringify(input)}`)
    stream.write(`,"certificate":${JSON.stringify(certificate)}}\n`)
  }
  if (stream !== process.stdout) await new Promise<void>((resolve) => stream.end(() => resolve()))
}

try {
  await main()
} catch (error) {
  const known = error instanceof InputError || error instanceof SyntaxError
  if (!known && !(error instanceof z.ZodError) && !(error instanceof Error && 'code' in error)) throw error
  console.error(error.message)
  process.exitCode = 2
}
