import { endMatchRoute } from '../shared/api/matches.ts'
import { endMatch } from '../shared/end-match.ts'
import { http } from '../shared/http.ts'
import { deployedProgramme } from '../shared/settings.ts'
import { auditStore } from '../shared/store/audit.ts'
import { deployedTable } from '../shared/store/client.ts'
import { mailStore } from '../shared/store/mails.ts'
import { matchStore } from '../shared/store/matches.ts'
import { profileStore } from '../shared/store/profiles.ts'

const table = deployedTable()
const end = endMatch({
  table,
  profiles: profileStore(table),
  matches: matchStore(table),
  mails: mailStore(table),
  audit: auditStore(table),
  programme: deployedProgramme(),
})

/** An organizer ends a match that is under way. */
export const handler = http(endMatchRoute().takes, async (request, now) => ({ body: await end(request, now) }))
