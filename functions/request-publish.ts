import * as z from 'zod'
import { conflict, notFound } from '../shared/errors.ts'
import { http } from '../shared/http.ts'
import { holdingLease } from '../shared/rounds.ts'
import { deployedTable } from '../shared/store/client.ts'
import { roundStore } from '../shared/store/rounds.ts'

const table = deployedTable()
const rounds = roundStore(table)
const hold = holdingLease({ table, rounds })

/** An organizer is content with the draft: publish it. Asking again while it is being published is the same wish. */
export const handler = http({ path: z.object({ roundId: z.string() }) }, async ({ path }, now) => {
  const round = await rounds.get(path.roundId)
  if (!round) throw notFound('round')
  if (round.status === 'running' || round.status === 'failed') throw conflict('Only a draft can be published.')
  if (round.status === 'drafted' && round.progress.phase === 'done') {
    const asked = { ...round, publish: true, progress: { phase: 'publish-requested' as const, done: 0, total: 0 } }
    await hold(round.id, [rounds.changing(asked)], now)
  }
  return { status: 202, body: { roundId: round.id } }
})
