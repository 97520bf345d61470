import { tryOutRoundRoute } from '../shared/api/rounds.ts'
import { http } from '../shared/http.ts'
import { tryOut } from '../shared/rounds/try-out.ts'
import { currentProgramme } from '../shared/settings.ts'
import { deployedTable } from '../shared/store/client.ts'
import { matchStore } from '../shared/store/matches.ts'
import { profileStore } from '../shared/store/profiles.ts'
import { roundStore } from '../shared/store/rounds.ts'

const table = deployedTable()
const programme = currentProgramme(table)
const deps = {
  rounds: roundStore(table),
  profiles: profileStore(table),
  matches: matchStore(table),
}

/** What would move in a draft with other weights, rules or pins, before somebody says yes. */
export const handler = http(tryOutRoundRoute().takes, async (request, now) => {
  const compare = tryOut({ ...deps, programme: await programme() })
  return { body: await compare(request, now) }
})
