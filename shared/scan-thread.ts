import { parentPort, workerData } from 'node:worker_threads'
import type { Packed } from './matching/pack.ts'
import { type ScanRequest, type ScanRules, scannerOf } from './matching/scan.ts'

/** One of several threads that scan pairs for `scan-threads.ts`; people are shared, not copied. */
const { packed, rules }: { packed: Packed; rules: ScanRules } = workerData
const scan = scannerOf(packed, rules)

parentPort?.on('message', (request: ScanRequest) => {
  parentPort?.postMessage(scan(request))
})
