import { readRoundRoute } from '../shared/api/rounds.ts'
import { roundView } from '../shared/domain/round.ts'
import { notFound } from '../shared/errors.ts'
import { http } from '../shared/http.ts'
import { deployedTable } from '../shared/store/client.ts'
import { roundStore } from '../shared/store/rounds.ts'

const rounds = roundStore(deployedTable())

/** How a round stands: what it is doing, and what came of it. */
export const handler = http(readRoundRoute().takes, async ({ path }) => {
  const round = await rounds.get(path.roundId)
  if (!round) throw notFound('round')
  return { body: roundView(round) }
})
