import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify/sync'
import type { Assignment } from '../shared/matching/assign.ts'
import { fileError } from './input-error.ts'

/** What is told besides the assignment. `bound` is the total score that nothing can exceed, times are in ms. */
export type Told = { optimal: boolean; bound: number; timings: Record<string, number>; people: number }

/**
 * JSON, or with a name that ends in .csv the pairs alone; to standard output when no name is given. Written a piece at a
 * time, as fast as it is taken: the whole text of 300,000 people would be long. Whoever stops listening (`| head`) has
 * heard enough.
 */
export async function writeResult(out: string | undefined, result: Assignment, told: Told): Promise<void> {
  const pieces = Readable.from(out !== undefined && /\.csv$/i.test(out) ? csvOf(result) : jsonOf(result, told))
  try {
    if (out === undefined) await pipeline(pieces, process.stdout, { end: false })
    else await pipeline(pieces, createWriteStream(out))
  } catch (error) {
    if (out !== undefined) throw fileError(out, error)
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error
  }
}

const AT_A_TIME = 500

function* jsonOf({ pairs, unplaced, certificate, ...sums }: Assignment, told: Told): Generator<string> {
  const { optimal, bound, timings, people } = told
  const { placed, totalScore, waits } = sums
  yield `${JSON.stringify({ placed, totalScore, waits, optimal, bound }).slice(0, -1)},"pairs":[`
  yield* listed(pairs)
  yield '],"unplaced":['
  yield* listed(unplaced)
  const input = { hash: certificate.inputHash, people }
  yield `],${JSON.stringify({ timings, input }).slice(1, -1)},"certificate":{"prices":[`
  yield* listed(certificate.prices, ',')
  yield '],"surpluses":['
  yield* listed(certificate.surpluses, ',')
  const { rulesVersion, inputHash } = certificate
  yield `],${JSON.stringify({ rulesVersion, inputHash }).slice(1)}}\n`
}

function* listed(entries: readonly unknown[], between = ',\n'): Generator<string> {
  for (const [n, some] of portions(entries)) {
    yield `${n === 0 ? '' : between}${some.map((entry) => JSON.stringify(entry)).join(between)}`
  }
}

const COLUMNS = ['mentee', 'mentor', 'score', 'seat', 'topics', 'practice', 'style', 'contact', 'background']

function* csvOf({ pairs }: Assignment): Generator<string> {
  yield stringify([COLUMNS])
  for (const [, some] of portions(pairs)) {
    yield stringify(
      some.map(({ parts, ...pair }) => ({ ...pair, ...parts })),
      { columns: COLUMNS },
    )
  }
}

function* portions<Entry>(entries: readonly Entry[]): Generator<[number, readonly Entry[]]> {
  for (let n = 0; n < entries.length; n += AT_A_TIME) yield [n, entries.slice(n, n + AT_A_TIME)]
}
