import * as z from 'zod'
import { startRegularRound } from '../shared/rounds/start.ts'
import { currentProgramme } from '../shared/settings.ts'
import { deployedTable } from '../shared/store/client.ts'
import { roundStore } from '../shared/store/rounds.ts'

/** A scheduler that does not fill in the moment for which it calls means now. */
const Tick = z.object({ scheduledTime: z.iso.datetime().optional().catch(undefined) })

const table = deployedTable()
const start = startRegularRound({ table, rounds: roundStore(table) })
const programme = currentProgramme(table)

/** The regular round, once for each time of the schedule. */
export const handler = async (tick: unknown): Promise<void> => {
  const now = new Date()
  const { scheduledTime } = Tick.parse(tick)
  const { publish } = await programme()
  const outcome = await start(scheduledTime ? new Date(scheduledTime) : now, publish === 'auto', now)
  if (outcome !== 'started') console.warn(JSON.stringify({ what: 'No regular round was started.', because: outcome }))
}
