import { parentPort, workerData } from 'node:worker_threads'
import type { Packed } from './matching/engine/pack.ts'
import { type ScanRequest, type ScanRules, scannerOf } from './matching/engine/scan.ts'

/** Rows to scan, with the prices and columns of the portion before when none are given. */
export type Portion = Omit<ScanRequest, 'prices' | 'columns'> & { line?: Pick<ScanRequest, 'prices' | 'columns'> }

/** One of several threads that scan pairs for `scan-threads.ts`; people are shared, not copied. */
const { packed, rules }: { packed: Packed; rules: ScanRules } = workerData
const scan = scannerOf(packed, rules)
let line: Portion['line']

parentPort?.on('message', (portion: Portion) => {
  line = portion.line ?? line
  if (line) parentPort?.postMessage(scan({ ...portion, ...line }))
})
