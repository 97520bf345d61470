import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Scanner } from './matching/assign.ts'
import type { Packed } from './matching/pack.ts'
import type { MatchingRules } from './matching/rules.ts'
import { type Found, type ScanRequest, scannerOf } from './matching/scan.ts'

/** So many rows at a time: enough that asking costs nothing, few enough that no thread waits long for another. */
const PORTION = 4096

/** Beside this file; in a bundle, beside the bundle, where `infra/bundle.ts` puts it. */
const THREAD = new URL(import.meta.url.endsWith('.ts') ? 'scan-thread.ts' : 'scan-thread.mjs', import.meta.url)

/** Scans in this thread: for few people, or one core. */
export const scanHere = (packed: Packed, rules: MatchingRules): Scanner => {
  const scan = scannerOf(packed, rules)
  return { scan: async (request) => scan(request), close: async () => undefined }
}

/**
 * Scans in several threads. Each row's pairs depend on the row alone, and portions are put together in the order of the
 * rows, so the number of threads changes nothing but the time. `watch` hears how much of a scan is done, 0 to 1.
 */
export const scanThreads =
  (threads: number, watch?: (done: number) => void) =>
  (packed: Packed, { weights, topicWeights, minimumExperienceGap }: MatchingRules): Scanner => {
    const workerData = { packed, rules: { weights, topicWeights, minimumExperienceGap } }
    const workers = Array.from({ length: threads }, () => new Worker(THREAD, { workerData }))

    async function scan(request: ScanRequest): Promise<Found> {
      const { rows, floors } = request
      const found: Found[] = []
      let [next, done] = [0, 0]
      await Promise.all(
        workers.map(async (worker) => {
          while (next * PORTION < rows.length) {
            const n = next++
            const [from, to] = [n * PORTION, (n + 1) * PORTION]
            worker.postMessage({ ...request, rows: rows.slice(from, to), floors: floors.slice(from, to) })
            const [answer]: Found[] = await once(worker, 'message')
            if (answer) found[n] = answer
            done += Math.min(PORTION, rows.length - from)
            watch?.(done / rows.length)
          }
        }),
      )
      return together(found)
    }
    return {
      scan,
      close: async () => {
        await Promise.all(workers.map((worker) => worker.terminate()))
      },
    }
  }

function together(found: readonly Found[]): Found {
  const rows = found.reduce((sum, { start }) => sum + start.length - 1, 0)
  const pairs = found.reduce((sum, { columns }) => sum + columns.length, 0)
  const all = { start: new Int32Array(rows + 1), columns: new Int32Array(pairs), scores: new Int16Array(pairs) }
  let [row, pair] = [0, 0]
  for (const { start, columns, scores } of found) {
    all.columns.set(columns, pair)
    all.scores.set(scores, pair)
    for (let n = 1; n < start.length; n++) all.start[++row] = pair + (start[n] ?? 0)
    pair += columns.length
  }
  return all
}
