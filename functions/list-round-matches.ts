import { listRoundMatchesRoute } from '../shared/api/rounds.ts'
import { matchView } from '../shared/domain/match.ts'
import { notFound } from '../shared/errors.ts'
import { http } from '../shared/http.ts'
import { deployedTable } from '../shared/store/client.ts'
import { matchStore } from '../shared/store/matches.ts'
import { roundStore } from '../shared/store/rounds.ts'

const table = deployedTable()
const [rounds, matches] = [roundStore(table), matchStore(table)]

/** The pairs of a round, with their reasons. */
export const handler = http(listRoundMatchesRoute().takes, async ({ path, query }) => {
  if (!(await rounds.get(path.roundId))) throw notFound('round')
  const { items, ...more } = await matches.pageOfRound(path.roundId, query.cursor)
  return { body: { items: items.map(matchView), ...more } }
})
