import { discardRoundRoute } from '../shared/api/rounds.ts'
import { DISCARDED, failedRound, isDraft } from '../shared/domain/round.ts'
import { conflict, notFound } from '../shared/errors.ts'
import { http } from '../shared/http.ts'
import { auditStore } from '../shared/store/audit.ts'
import { deployedTable } from '../shared/store/client.ts'
import { roundStore } from '../shared/store/rounds.ts'
import { untilFresh } from '../shared/store/write.ts'

const table = deployedTable()
const [rounds, audit] = [roundStore(table), auditStore(table)]

/** An organizer throws a draft away; its pairs go when follow-changes hears of it. Again, it is the same wish. */
export const handler = http(discardRoundRoute().takes, async ({ path: { roundId }, who }, now) =>
  untilFresh(async () => {
    const round = await rounds.get(roundId)
    if (!round) throw notFound('round')
    const answer = { body: { roundId, status: 'failed' } }
    if (round.failedBecause === DISCARDED) return answer
    if (!isDraft(round)) throw conflict('Only a draft can be thrown away.')
    await table.transact([
      rounds.changing(failedRound(round, DISCARDED)),
      audit.adding({ at: now.toISOString(), who, what: 'round-discarded', subject: roundId }),
    ])
    return answer
  }),
)
