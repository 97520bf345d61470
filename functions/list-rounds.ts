import { listRoundsRoute } from '../shared/api/rounds.ts'
import { roundView } from '../shared/domain/round.ts'
import { http } from '../shared/http.ts'
import { deployedTable } from '../shared/store/client.ts'
import { roundStore } from '../shared/store/rounds.ts'

const rounds = roundStore(deployedTable())

/** Rounds, newest first. */
export const handler = http(listRoundsRoute().takes, async ({ query }) => {
  const { items, ...more } = await rounds.page(query.cursor)
  return { body: { items: items.map(roundView), ...more } }
})
