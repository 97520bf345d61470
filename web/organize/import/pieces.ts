import type { Answer, Problem } from '../../api.ts'
import type { Imported } from './answers.ts'

/** A list that goes to the server piece by piece: how far it is, and what became of its rows so far. */
export type Run = {
  state: 'running' | 'stopping' | 'stopped' | 'failed' | 'done'
  /** Rows. */
  done: number
  total: number
  /** The row, as a spreadsheet counts, that comes next. */
  next: number
  sums: Sums
  problem?: Problem | undefined
}
export type Sums = Omit<Imported, 'nextRow'>

export const newRun = (total: number): Run => ({
  state: 'running',
  done: 0,
  total,
  next: 1,
  sums: { created: 0, updated: 0, unchanged: 0, invited: 0, refused: [], changes: [] },
})

type Deps = {
  /** Sends the rows from this one on, and so many of them. */
  send: (from: number, most: number) => Promise<Answer<Imported>>
  /** Shows how far it is; answers the run as it is now, which somebody may have asked to stop. */
  show: (change: (run: Run) => Run) => Run
  /** In milliseconds, as `performance.now`. */
  clock: () => number
  pause: (millis: number) => Promise<unknown>
}

/** Small enough that the bar moves soon. */
const FIRST_PIECE = 250
/** The whole file travels with each piece, so few large ones are better, as long as each is answered soon. */
const LARGEST_PIECE = 2000
const SOON_MILLIS = 5000
const LATE_MILLIS = 12_000
/** What often passes by itself is tried again after so long, before somebody is bothered. */
const TRIED_AGAIN_AFTER = [2000, 6000]
const PASSES: readonly number[] = [0, 429, 502, 503, 504]

/** Goes on from where the run is, until it is done, somebody stops it, or something goes wrong. */
export async function inPieces(start: Run, { send, show, clock, pause }: Deps): Promise<void> {
  let run = show(() => ({ ...start, state: 'running', problem: undefined }))
  let most = FIRST_PIECE
  while (run.state === 'running' || run.state === 'stopping') {
    if (run.state === 'stopping') {
      show((before) => ({ ...before, state: 'stopped' }))
      return
    }
    const { next } = run
    const began = clock()
    const answer = await patiently(() => send(next, most), pause)
    if (!answer.ok) {
      show((before) => ({ ...before, state: 'failed', problem: answer.problem }))
      return
    }
    run = show((before) => withPiece(before, answer.value))
    most = nextPiece(most, clock() - began)
  }
}

async function patiently(send: () => Promise<Answer<Imported>>, pause: Deps['pause']): Promise<Answer<Imported>> {
  let answer = await send()
  for (const millis of TRIED_AGAIN_AFTER) {
    if (answer.ok || !PASSES.includes(answer.problem.status)) return answer
    await pause(millis)
    answer = await send()
  }
  return answer
}

export const nextPiece = (rows: number, millis: number): number => {
  if (millis < SOON_MILLIS) return Math.min(LARGEST_PIECE, rows * 2)
  return millis > LATE_MILLIS ? Math.max(FIRST_PIECE, Math.floor(rows / 2)) : rows
}

function withPiece(run: Run, { nextRow, ...piece }: Imported): Run {
  const sums = {
    created: run.sums.created + piece.created,
    updated: run.sums.updated + piece.updated,
    unchanged: run.sums.unchanged + piece.unchanged,
    invited: run.sums.invited + piece.invited,
    refused: [...run.sums.refused, ...piece.refused],
    changes: [...run.sums.changes, ...piece.changes],
  }
  const done = sums.created + sums.updated + sums.unchanged + sums.refused.length
  return { ...run, sums, done, ...(nextRow ? { next: nextRow } : { state: 'done' as const }) }
}
