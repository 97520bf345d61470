import { type Assignment, assignWith } from '../matching/assign.ts'
import type { Phase } from '../matching/engine/solve.ts'
import type { Person } from '../matching/person.ts'
import type { MatchingRules } from '../matching/rules.ts'
import { scanHere, scanThreads } from '../scan-threads.ts'

/** Pairs a pool. `watch` hears of each phase and, 0 to 1, how much of it is done. */
export type Pairing = (
  people: readonly Person[],
  rules: MatchingRules,
  watch: (phase: Phase, done: number) => Promise<void>,
) => Promise<Assignment>

/** From so many people on, scans have their own threads, also a single one: this one is then free to tell the watcher. */
const WORTH_THREADS = 3000

/** The engine on so many threads. A watcher that fails, because the round is somebody else's by now, ends the pairing. */
export const pairingOn =
  (threads: number): Pairing =>
  async (people, rules, watch) => {
    let phase: Phase
    let told: Promise<unknown> = Promise.resolve()
    function tell(done: number): Promise<unknown> {
      told = Promise.all([told, watch(phase, done)])
      told.catch(() => undefined) // whoever waits for it hears of it
      return told
    }

    const scannerFor = people.length < WORTH_THREADS ? scanHere : scanThreads(threads, tell)
    const result = await assignWith(people, rules, {
      watch(next) {
        phase = next
        return tell(0)
      },
      scannerFor(packed, rules) {
        const { scan, close } = scannerFor(packed, rules)
        // A scan can keep the thread for long: what is to be written is written before.
        return { scan: (request) => told.then(() => scan(request)), close }
      },
    })
    await told
    return result
  }
