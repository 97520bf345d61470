import { leaseUntil, type Round } from '../domain/round.ts'
import type { Table } from '../store/client.ts'
import type { RoundStore } from '../store/rounds.ts'
import { untilFresh, type Write } from '../store/write.ts'
import { ROUND_FAILED } from './log-lines.ts'

type Deps = { table: Pick<Table, 'transact'>; rounds: RoundStore }
type Phase = Round['progress']['phase']

export type HeldRound = ReturnType<typeof heldRound>

/** Between two signs of a round that enters phase after phase. */
const SIGN_EVERY_MS = 1000

/** What else is written in the same transaction; asked again when somebody was faster at that. */
type Also = () => Promise<Write[]>
const nothingElse: Also = async () => []

/**
 * A round in the hands of one run. Whatever is written of it renews the lease, or gives it back, in the same
 * transaction; that throws `Stale` when somebody else has taken over.
 */
export function heldRound({ table, rounds }: Deps, found: Round, clock: () => Date) {
  let round = found
  let signed = 0
  let written = Promise.resolve()

  /** One after the other: each write builds on the one before. */
  function write(changes: Partial<Round>, lease: Write, also: Also): Promise<void> {
    written = written.then(async () => {
      const changed = { ...round, ...changes }
      const own = [rounds.changing(changed), lease]
      if (also === nothingElse) await table.transact(own)
      else await untilFresh(async () => table.transact([...own, ...(await also())]))
      round = { ...changed, version: changed.version + 1 }
    })
    return written
  }

  const keep = (changes: Partial<Round>, also = nothingElse): Promise<void> => {
    const now = clock()
    signed = now.getTime()
    return write(changes, rounds.holdingLease({ roundId: found.id, until: leaseUntil(now) }, now), also)
  }
  /** Gives the lease back: this run is over. */
  const release = (changes: Partial<Round>, also = nothingElse) => write(changes, rounds.releasingLease(found.id), also)
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
      const progress = { ...round.progress, phase: 'done' as const }
      await release({ status: 'failed', failedBecause, progress, pins: undefined })
      console.error(JSON.stringify({ what: ROUND_FAILED, roundId: found.id }))
    },
  }
}
