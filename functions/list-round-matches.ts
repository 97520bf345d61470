import { listRoundMatchesRoute } from '../shared/api/rounds.ts'
import { http } from '../shared/http.ts'
import { listPairs } from '../shared/rounds/list-pairs.ts'
import { deployedTable } from '../shared/store/client.ts'
import { matchStore } from '../shared/store/matches.ts'
import { profileStore } from '../shared/store/profiles.ts'
import { roundStore } from '../shared/store/rounds.ts'

const table = deployedTable()

/** The pairs of a round, with their reasons. */
export const handler = http(
  listRoundMatchesRoute().takes,
  listPairs({ rounds: roundStore(table), matches: matchStore(table), profiles: profileStore(table) }),
)
