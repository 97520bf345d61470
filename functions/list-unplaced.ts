import { listUnplacedRoute } from '../shared/api/rounds.ts'
import { notFound } from '../shared/errors.ts'
import { http } from '../shared/http.ts'
import { deployedTable } from '../shared/store/client.ts'
import { matchStore } from '../shared/store/matches.ts'
import { roundStore } from '../shared/store/rounds.ts'

const table = deployedTable()
const [rounds, matches] = [roundStore(table), matchStore(table)]

/** The mentees whom a round left out, and why. */
export const handler = http(listUnplacedRoute().takes, async ({ path, query }) => {
  if (!(await rounds.get(path.roundId))) throw notFound('round')
  const { items, ...more } = await matches.pageOfUnplaced(path.roundId, query.cursor)
  return { body: { items: items.map(({ menteeId, reason, detail }) => ({ menteeId, reason, detail })), ...more } }
})
