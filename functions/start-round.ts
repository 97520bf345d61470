import { startRoundRoute } from '../shared/api/rounds.ts'
import { http } from '../shared/http.ts'
import { startByHand } from '../shared/rounds/start-by-hand.ts'
import { currentProgramme } from '../shared/settings.ts'
import { auditStore } from '../shared/store/audit.ts'
import { deployedTable } from '../shared/store/client.ts'
import { profileStore } from '../shared/store/profiles.ts'
import { roundStore } from '../shared/store/rounds.ts'

const table = deployedTable()
const programme = currentProgramme(table)
const deps = {
  table,
  rounds: roundStore(table),
  profiles: profileStore(table),
  audit: auditStore(table),
}

/** An organizer starts a round now; `publish: false` leaves it as a draft to look at. */
export const handler = http(startRoundRoute().takes, async (request, now) => {
  const start = startByHand({ ...deps, programme: await programme() })
  return { status: 202, body: { roundId: await start(request, now) } }
})
