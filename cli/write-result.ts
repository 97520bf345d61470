import { stringify } from 'csv-stringify/sync'
import type { Assignment } from '../shared/matching/assign.ts'
import { chunks } from '../shared/parallel.ts'
import { isCsv } from './read-csv.ts'
import { AT_A_TIME, jsonText, writePieces } from './write-pieces.ts'

/** What is told besides the assignment. */
export type Told = {
  optimal: boolean
  /** The total score that nothing can exceed. */
  bound: number
  /** In ms, by phase. */
  timings: Record<string, number>
  /** How many. */
  people: number
  /** What only some commands say, by name. */
  more?: Readonly<Record<string, unknown>>
}

/** JSON, or with a name that ends in .csv the pairs alone; to standard output when no name is given. */
export const writeResult = (out: string | undefined, result: Assignment, told: Told): Promise<void> =>
  writePieces(out, out !== undefined && isCsv(out) ? csvText(result) : jsonText(fieldsOf(result, told)))

function fieldsOf({ pairs, unplaced, certificate, ...sums }: Assignment, told: Told) {
  const { placed, totalScore, waits } = sums
  const { optimal, bound, timings, people, more } = told
  const input = { hash: certificate.inputHash, people }
  return { placed, totalScore, waits, optimal, bound, pairs, unplaced, ...more, timings, input, certificate }
}

const COLUMNS = ['mentee', 'mentor', 'score', 'seat', 'topics', 'practice', 'style', 'contact', 'background']

function* csvText({ pairs }: Assignment): Generator<string> {
  yield stringify([COLUMNS])
  for (const some of chunks(pairs, AT_A_TIME)) {
    yield stringify(
      some.map(({ parts, ...pair }) => ({ ...pair, ...parts })),
      { columns: COLUMNS },
    )
  }
}
