import { readProfileRoute } from '../shared/api/people.ts'
import { notFound } from '../shared/errors.ts'
import { http } from '../shared/http.ts'
import { withMailProblems } from '../shared/mail/problems.ts'
import { deployedTable } from '../shared/store/client.ts'
import { profileStore } from '../shared/store/profiles.ts'
import { suppressionStore } from '../shared/store/suppressions.ts'

const table = deployedTable()
const profiles = profileStore(table)
const viewed = withMailProblems(suppressionStore(table))

/** An organizer looks at one profile. */
export const handler = http(readProfileRoute().takes, async ({ path }) => {
  const profile = await profiles.get(path.profileId)
  if (!profile) throw notFound('profile')
  const [view] = await viewed([profile])
  return { body: view }
})
