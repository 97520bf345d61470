import { requestPublishRoute } from '../shared/api/rounds.ts'
import { isChecked, NOT_CHECKED } from '../shared/domain/round.ts'
import { conflict, notFound } from '../shared/errors.ts'
import { http } from '../shared/http.ts'
import { holdingLease } from '../shared/rounds/start.ts'
import { auditStore } from '../shared/store/audit.ts'
import { deployedTable } from '../shared/store/client.ts'
import { roundStore } from '../shared/store/rounds.ts'

const table = deployedTable()
const [rounds, audit] = [roundStore(table), auditStore(table)]
const hold = holdingLease({ table, rounds })

/**
 * An organizer is content with the draft: publish it. Asking again while it is being published is the same wish; asking
 * after a run that died begins again where that one stopped.
 */
export const handler = http(requestPublishRoute().takes, async ({ path, who }, now) => {
  const round = await rounds.get(path.roundId)
  if (!round) throw notFound('round')
  if (round.status === 'running' || round.status === 'failed') throw conflict('Only a draft can be published.')
  if (round.status === 'drafted' && !isChecked(round)) throw conflict(NOT_CHECKED)
  const lease = await rounds.lease()
  const underWay = round.progress.phase !== 'done' && lease?.roundId === round.id && lease.until >= now.toISOString()
  if (round.status === 'drafted' && !underWay) {
    const asked = { ...round, publish: true, progress: { phase: 'publish-requested' as const, done: 0, total: 0 } }
    const deed = { at: now.toISOString(), who, what: 'round-published' as const, subject: round.id }
    await hold(round.id, [rounds.changing(asked), audit.adding(deed)], now)
  }
  return { status: 202, body: { roundId: round.id } }
})
