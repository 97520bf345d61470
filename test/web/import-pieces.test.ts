import { expect, it } from 'vitest'
import type { Answer } from '../../web/api.ts'
import type { Imported } from '../../web/organize/import/answers.ts'
import { inPieces, newRun, nextPiece, type Run } from '../../web/organize/import/pieces.ts'

/** A server with a list of so many rows, the first of which is row 3; each `troubles` entry is a request that fails. */
function aServer(rows: number, troubles: number[] = []) {
  const asked: { from: number; most: number }[] = []
  const pauses: number[] = []
  const shown: Run[] = []
  let run = newRun(rows)
  let stopAfter = Number.POSITIVE_INFINITY
  return {
    asked,
    pauses,
    shown,
    last: () => run,
    stopsAfter: (requests: number) => {
      stopAfter = requests
    },
    deps: {
      async send(from: number, most: number): Promise<Answer<Imported>> {
        const trouble = troubles.shift()
        if (trouble !== undefined) return { ok: false, problem: { status: trouble, sentence: 'No.', errors: [] } }
        asked.push({ from, most })
        if (asked.length === stopAfter) run = { ...run, state: 'stopping' }
        const first = Math.max(from, 3)
        const until = Math.min(first + most, rows + 3)
        const refused = [{ row: first, errors: [{ path: 'state', message: 'There is no such state.' }] }]
        const counts = { created: until - first - 1, updated: 0, unchanged: 0, invited: 0, changes: [], refused }
        return { ok: true, value: { ...counts, ...(until < rows + 3 && { nextRow: until }) } }
      },
      show(change: (run: Run) => Run): Run {
        run = change(run)
        shown.push(run)
        return run
      },
      clock: () => 0,
      pause: async (millis: number) => pauses.push(millis),
    },
  }
}

it('a list goes in pieces that grow, and each row is counted once', async () => {
  const server = aServer(10_000)
  await inPieces(newRun(10_000), server.deps)
  expect(server.asked.slice(0, 5).map(({ most }) => most)).toEqual([250, 500, 1000, 2000, 2000])
  const { state, done, sums } = server.last()
  expect({ state, done, created: sums.created, refused: sums.refused.length }).toEqual({
    state: 'done',
    done: 10_000,
    created: 10_000 - server.asked.length,
    refused: server.asked.length,
  })
})

it('what passes by itself is tried again; what stays stops it, and it goes on from the same row', async () => {
  const server = aServer(1000, [503, 0])
  await inPieces(newRun(1000), server.deps)
  expect(server.pauses).toEqual([2000, 6000])
  expect(server.last()).toMatchObject({ state: 'done', done: 1000 })

  const broken = aServer(1000, [])
  broken.stopsAfter(1)
  await inPieces(newRun(1000), broken.deps)
  expect(broken.last()).toMatchObject({ state: 'stopped', done: 250, next: 253 })
  await inPieces(broken.last(), broken.deps)
  expect(broken.asked.map(({ from }) => from)).toEqual([1, 253, 503])
  expect(broken.last()).toMatchObject({ state: 'done', done: 1000 })
})

it('a refusal is said at once, and nothing that was counted is lost', async () => {
  const server = aServer(1000, [400])
  await inPieces({ ...newRun(1000), done: 250, next: 253 }, server.deps)
  expect(server.pauses).toEqual([])
  expect(server.last()).toMatchObject({ state: 'failed', done: 250, next: 253, problem: { status: 400 } })
})

it('pieces shrink when the server takes long, but never below the first one', () => {
  expect(nextPiece(1000, 4000)).toBe(2000)
  expect(nextPiece(2000, 4000)).toBe(2000)
  expect(nextPiece(1000, 8000)).toBe(1000)
  expect(nextPiece(1000, 20_000)).toBe(500)
  expect(nextPiece(250, 20_000)).toBe(250)
})
