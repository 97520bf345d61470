import { failedRound, leaseUntil, openRound, type Round, roundIdAt } from '../domain/round.ts'
import { conflict, Problem } from '../errors.ts'
import type { Table } from '../store/client.ts'
import type { RoundStore } from '../store/rounds.ts'
import { Stale, type Write } from '../store/write.ts'

/** Starting a round and keeping the lease of it: one round at a time, and a crashed one does not block the next. */

type Deps = { table: Pick<Table, 'transact'>; rounds: RoundStore }

/** Stores a new round, and what belongs to it; the table's stream wakes its run. 409 while another one is running. */
export const startRound =
  ({ table, rounds }: Deps) =>
  (round: Round, now: Date, also: readonly Write[] = []): Promise<void> =>
    holdingLease({ table, rounds })(round.id, [rounds.adding(round), ...also], now)

/**
 * Starts the regular round of a moment. Schedulers deliver at least once, so its id is made of that moment: told again,
 * it is there already. When another round is running, that one will do.
 */
export const startRegularRound =
  ({ table, rounds }: Deps) =>
  async (due: Date, publish: boolean, now: Date): Promise<'started' | 'there already' | 'another is running'> => {
    const round = openRound(roundIdAt(due, 'scheduled'), publish, now)
    try {
      await startRound({ table, rounds })(round, now)
      return 'started'
    } catch (error) {
      if (!(error instanceof Problem || error instanceof Stale)) throw error
      return (await rounds.get(round.id)) ? 'there already' : 'another is running'
    }
  }

/**
 * Takes the lease and writes, as one. A round that let its lease run out is marked failed, if it had no draft yet. 409
 * while another round is running; `Stale` when what is written with it has changed.
 */
export const holdingLease =
  ({ table, rounds }: Deps) =>
  async (roundId: string, writes: Write[], now: Date): Promise<void> => {
    const running = 'A round is running. Please wait until it is done.'
    const lease = await rounds.lease()
    if (lease && lease.roundId !== roundId && lease.until >= now.toISOString()) throw conflict(running)
    const crashed = lease && lease.roundId !== roundId ? await rounds.get(lease.roundId) : undefined
    const failed = crashed?.status === 'running' ? [rounds.changing(failedRound(crashed, CRASHED))] : []
    try {
      await table.transact([rounds.holdingLease({ roundId, until: leaseUntil(now) }, now), ...failed, ...writes])
    } catch (error) {
      const holder = error instanceof Stale ? await rounds.lease() : undefined
      throw holder && holder.roundId !== roundId ? conflict(running) : error
    }
  }

const CRASHED = 'The run stopped before its draft was written. Nobody was paired; please start a new round.'
