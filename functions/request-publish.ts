import { requestPublishRoute } from '../shared/api/rounds.ts'
import type { Taken } from '../shared/api/route.ts'
import { isChecked, NOT_CHECKED } from '../shared/domain/round.ts'
import { conflict, notFound } from '../shared/errors.ts'
import { http } from '../shared/http.ts'
import { holdingLease } from '../shared/rounds/start.ts'
import { type AuditStore, auditStore } from '../shared/store/audit.ts'
import { deployedTable, type Table } from '../shared/store/client.ts'
import { type RoundStore, roundStore } from '../shared/store/rounds.ts'
import { untilFresh } from '../shared/store/write.ts'

type Deps = { table: Pick<Table, 'transact'>; rounds: RoundStore; audit: Pick<AuditStore, 'adding'> }

/**
 * An organizer is content with the draft: publish it. Asking again while it is being published is the same wish, also in
 * the same moment; asking after a run that died begins again where that one stopped.
 */
export const requestPublish =
  ({ table, rounds, audit }: Deps) =>
  ({ path, who }: Taken<typeof requestPublishRoute> & { who: string }, now: Date) =>
    untilFresh(async () => {
      const round = await rounds.get(path.roundId)
      if (!round) throw notFound('round')
      if (round.status === 'running' || round.status === 'failed') throw conflict('Only a draft can be published.')
      if (round.status === 'drafted' && !isChecked(round)) throw conflict(NOT_CHECKED)
      const lease = await rounds.lease()
      const underWay =
        round.progress.phase !== 'done' && lease?.roundId === round.id && lease.until >= now.toISOString()
      if (round.status === 'drafted' && !underWay) {
        const asked = { ...round, publish: true, progress: { phase: 'publish-requested' as const, done: 0, total: 0 } }
        const deed = { at: now.toISOString(), who, what: 'round-published' as const, subject: round.id }
        await holdingLease({ table, rounds })(round.id, [rounds.changing(asked), audit.adding(deed)], now)
      }
      return { status: 202, body: { roundId: round.id } }
    })

const table = deployedTable()
export const handler = http(
  requestPublishRoute().takes,
  requestPublish({ table, rounds: roundStore(table), audit: auditStore(table) }),
)
