import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { Scanner } from './matching/assign.ts'
import { together } from './matching/engine/graph.ts'
import type { Packed } from './matching/engine/pack.ts'
import { type Found, type ScanRequest, scannerOf } from './matching/engine/scan.ts'
import type { MatchingRules } from './matching/rules.ts'
import type { Portion } from './scan-thread.ts'

/** So many rows at a time: enough that asking costs nothing, few enough that no thread waits long for another. */
const PORTION = 4096

/** Beside this file; in a bundle, beside the bundle, where `infra/bundle.ts` puts it. */
const THREAD = new URL(import.meta.url.endsWith('.ts') ? 'scan-thread.ts' : 'scan-thread.mjs', import.meta.url)

/** Scans in this thread: for few people, or one core. */
export const scanHere = (packed: Packed, rules: MatchingRules): Scanner => {
  const scan = scannerOf(packed, rules)
  return { scan: async (requests) => requests.map(scan), close: async () => undefined }
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
    /** A thread that ends, whenever it does, ends the scan that waits for it, or the next one. */
    const broken = Promise.race(workers.map(ended))
    broken.catch(() => undefined) // whoever scans hears of it

    async function scan(requests: readonly ScanRequest[]): Promise<Found[]> {
      const portions = requests.flatMap(portionsOf)
      const all = requests.reduce((sum, { rows }) => sum + rows.length, 0)
      const found: Found[] = []
      let [next, done] = [0, 0]
      await Promise.all(
        workers.map(async (worker) => {
          let lined: ScanRequest | undefined
          for (let n = next++; n < portions.length; n = next++) {
            const portion = portions[n]
            if (!portion) return
            const { request, rows, floors } = portion
            const { prices, columns, keep } = request
            const message: Portion = { rows, floors, keep, ...(lined !== request && { line: { prices, columns } }) }
            lined = request
            worker.postMessage(message)
            const [answer]: Found[] = await Promise.race([once(worker, 'message'), broken])
            if (answer) found[n] = answer
            done += rows.length
            watch?.(done / all)
          }
        }),
      )
      return requests.map((each) => joined(found.filter((_, n) => portions[n]?.request === each)))
    }
    return {
      scan,
      close: async () => {
        await Promise.all(workers.map((worker) => worker.terminate()))
      },
    }
  }

async function ended(worker: Worker): Promise<never> {
  const [code] = await once(worker, 'exit') // `once` throws what the thread threw
  throw new Error(`A scanning thread ended with code ${code}.`)
}

const portionsOf = (request: ScanRequest) =>
  Array.from({ length: Math.ceil(request.rows.length / PORTION) }, (_, n) => {
    const [from, to] = [n * PORTION, (n + 1) * PORTION]
    return { request, rows: request.rows.slice(from, to), floors: request.floors.slice(from, to) }
  })

const joined = (found: readonly Found[]): Found =>
  together(
    found.map(({ start }) => ({ rows: new Int32Array(start.length - 1) })),
    found,
  ).found
