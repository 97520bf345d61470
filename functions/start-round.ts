import * as z from 'zod'
import { http } from '../shared/http.ts'
import { startRound } from '../shared/rounds.ts'
import { deployedTable } from '../shared/store/client.ts'
import { roundStore } from '../shared/store/rounds.ts'

const table = deployedTable()
const start = startRound({ table, rounds: roundStore(table) })

/** An organizer starts a round now; `publish: false` leaves it as a draft to look at. */
export const handler = http({ body: z.strictObject({ publish: z.boolean() }) }, async ({ body }, now) => {
  const { id: roundId } = await start(body.publish, now)
  return { status: 202, body: { roundId } }
})
