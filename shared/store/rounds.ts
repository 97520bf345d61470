import { Lease, Round } from '../domain/round.ts'
import type { Table } from './client.ts'
import { keysOf, type Page, partition, readPage } from './page.ts'
import { leaseKey, roundKey } from './table.ts'
import { adding, changing, type Write } from './write.ts'

export type RoundStore = ReturnType<typeof roundStore>

export const roundStore = (table: Table) => ({
  get: (id: string) => table.get(roundKey(id), Round),

  adding: (round: Round): Write => adding(itemOf(round)),
  changing: (round: Round): Write => changing(itemOf(round)),

  lease: () => table.get(leaseKey, Lease),

  /** Takes or renews the lease: when it is free, run out, or this round's already. */
  holdingLease: (lease: Lease, now: Date): Write => ({
    put: { ...leaseKey, ...lease },
    guard: {
      condition: 'attribute_not_exists(pk) OR #until < :now OR #roundId = :roundId',
      names: { '#until': 'until', '#roundId': 'roundId' },
      values: { ':now': now.toISOString(), ':roundId': lease.roundId },
    },
  }),

  releasingLease: (roundId: string): Write => ({
    remove: leaseKey,
    guard: { condition: '#roundId = :roundId', names: { '#roundId': 'roundId' }, values: { ':roundId': roundId } },
  }),

  /** Newest first. */
  page: (cursor?: string): Promise<Page<Round>> =>
    readPage(
      table,
      { ...partition('kind', 'round'), ScanIndexForward: false },
      { cursor, load: (items) => table.getMany(keysOf(items), Round) },
    ),
})

const itemOf = (round: Round) => ({
  ...roundKey(round.id),
  ...round,
  kindKey: 'round',
  listedAt: `${round.startedAt}#${round.id}`,
})
