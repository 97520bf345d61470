import { randomUUID } from 'node:crypto'
import { startRoundRoute } from '../shared/api/rounds.ts'
import { openRound, roundIdAt } from '../shared/domain/round.ts'
import { http } from '../shared/http.ts'
import { startRound } from '../shared/rounds/start.ts'
import { deployedTable } from '../shared/store/client.ts'
import { roundStore } from '../shared/store/rounds.ts'

const table = deployedTable()
const start = startRound({ table, rounds: roundStore(table) })

/** An organizer starts a round now; `publish: false` leaves it as a draft to look at. */
export const handler = http(startRoundRoute().takes, async ({ body }, now) => {
  const round = openRound(roundIdAt(now, randomUUID().slice(0, 8)), body.publish, now)
  await start(round, now)
  return { status: 202, body: { roundId: round.id } }
})
