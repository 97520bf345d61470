import { leaseUntil, type Round } from '../domain/round.ts'
import type { Table } from '../store/client.ts'
import type { RoundStore } from '../store/rounds.ts'
import type { Write } from '../store/write.ts'
import { ROUND_FAILED } from './log-lines.ts'

type Deps = { table: Pick<Table, 'transact'>; rounds: RoundStore }
type Phase = Round['progress']['phase']

export type HeldRound = ReturnType<typeof heldRound>

/** Between two signs of a round that enters phase after phase. */
const SIGN_EVERY_MS = 1000

/**
 * A round in the hands of one run. Whatever is written of it renews the lease, or gives it back, in the same
 * transaction; that throws `Stale` when somebody else has taken over.
 */
export function heldRound({ table, rounds }: Deps, found: Round, clock: () => Date) {
  let round = found
  let signed = 0
  let written = Promise.resolve()

  /** One after the other: each write builds on the one before. */
  function write(changes: Partial<Round>, lease: Write): Promise<void> {
    written = written.then(async () => {
      const changed = { ...round, ...changes }
      await table.transact([rounds.changing(changed), lease])
      round = { ...changed, version: changed.version + 1 }
    })
    return written
  }

  const keep = (changes: Partial<Round>): Promise<void> => {
    const now = clock()
    signed = now.getTime()
    return write(changes, rounds.holdingLease({ roundId: found.id, until: leaseUntil(now) }, now))
  }
  /** Gives the lease back: this run is over. */
  const release = (changes: Partial<Round>) => write(changes, rounds.releasingLease(found.id))
  /** A sign of life, and how far it has come. */
  const reach = (phase: Phase, done = 0, total = 0) => keep({ progress: { phase, done, total } })

  return {
    keep,
    release,
    reach,

    /** The same for signs that may come fast: not more than one a second is written. */
    async pass(phase: Phase, done: number, total: number): Promise<void> {
      if (clock().getTime() - signed >= SIGN_EVERY_MS) await reach(phase, done, total)
    },

    /** Over without a result. Somebody is told: an alarm waits for this line. */
    async fail(failedBecause: string): Promise<void> {
      await release({ status: 'failed', failedBecause, progress: { ...round.progress, phase: 'done' } })
      console.error(JSON.stringify({ what: ROUND_FAILED, roundId: found.id }))
    },
  }
}
