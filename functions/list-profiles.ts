import { listProfilesRoute } from '../shared/api/people.ts'
import { http } from '../shared/http.ts'
import { withMailProblems } from '../shared/mail/problems.ts'
import { deployedTable } from '../shared/store/client.ts'
import { profileStore } from '../shared/store/profiles.ts'
import { suppressionStore } from '../shared/store/suppressions.ts'

const table = deployedTable()
const profiles = profileStore(table)
const viewed = withMailProblems(suppressionStore(table))

/**
 * Organizers look for people: by role, status, and a piece of name or address. Newest first. One answer looks at some
 * of them only, so it can be empty and still have a `nextCursor`.
 */
export const handler = http(listProfilesRoute().takes, async ({ query: { cursor, ...filter } }) => {
  const { items, ...more } = await profiles.list(filter, cursor)
  return { body: { items: await viewed(items), ...more } }
})
