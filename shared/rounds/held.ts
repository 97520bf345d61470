import { leaseUntil, type Round } from '../domain/round.ts'
import type { Table } from '../store/client.ts'
import type { RoundStore } from '../store/rounds.ts'
import type { Write } from '../store/write.ts'

type Deps = { table: Pick<Table, 'transact'>; rounds: RoundStore }

/**
 * A round in the hands of one run. Whatever is written of it renews the lease, or gives it back, in the same
 * transaction; that throws `Stale` when somebody else has taken over.
 */
export function heldRound({ table, rounds }: Deps, found: Round, clock: () => Date) {
  let round = found

  async function write(changes: Partial<Round>, lease: Write): Promise<void> {
    const changed = { ...round, ...changes }
    await table.transact([rounds.changing(changed), lease])
    round = { ...changed, version: changed.version + 1 }
  }

  const keep = (changes: Partial<Round>): Promise<void> => {
    const now = clock()
    return write(changes, rounds.holdingLease({ roundId: found.id, until: leaseUntil(now) }, now))
  }

  return {
    keep,
    /** Gives the lease back: this run is over. */
    release: (changes: Partial<Round>) => write(changes, rounds.releasingLease(found.id)),
    /** A sign of life, and how far it has come. */
    reach: (phase: Round['progress']['phase'], done = 0, total = 0) => keep({ progress: { phase, done, total } }),
  }
}
