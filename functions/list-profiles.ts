import * as z from 'zod'
import { PROFILE_STATUSES } from '../shared/domain/profile.ts'
import { ROLES } from '../shared/domain/profile-form.ts'
import { http } from '../shared/http.ts'
import { withMailProblems } from '../shared/mail/problems.ts'
import { deployedTable } from '../shared/store/client.ts'
import { listing } from '../shared/store/page.ts'
import { profileStore } from '../shared/store/profiles.ts'
import { suppressionStore } from '../shared/store/suppressions.ts'

const table = deployedTable()
const profiles = profileStore(table)
const viewed = withMailProblems(suppressionStore(table))

const Filter = z.strictObject({
  role: z.enum(ROLES).optional(),
  status: z.enum(PROFILE_STATUSES).optional(),
  q: z.string().max(100).optional(),
  ...listing,
})

/**
 * Organizers look for people: by role, status, and a piece of name or address. Newest first. One answer looks at some
 * of them only, so it can be empty and still have a `nextCursor`.
 */
export const handler = http({ query: Filter }, async ({ query: { cursor, ...filter } }) => {
  const { items, ...more } = await profiles.list(filter, cursor)
  return { body: { items: await viewed(items), ...more } }
})
