import { scanHere, scanThreads } from '../shared/scan-threads.ts'

/** Below this, starting threads takes longer than they save. */
const WORTH_THREADS = 10_000

/** Who does the scans for so many people. `watch` hears how much of a scan is done, 0 to 1. */
export const pickScanner = (people: number, threads: number, watch?: (done: number) => void) =>
  threads === 1 || people < WORTH_THREADS ? scanHere : scanThreads(threads, watch)
