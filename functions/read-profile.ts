import * as z from 'zod'
import { profileView } from '../shared/domain/profile.ts'
import { notFound } from '../shared/errors.ts'
import { http } from '../shared/http.ts'
import { deployedTable } from '../shared/store/client.ts'
import { profileStore } from '../shared/store/profiles.ts'

const profiles = profileStore(deployedTable())

/** An organizer looks at one profile. */
export const handler = http({ path: z.object({ profileId: z.string() }) }, async ({ path }) => {
  const profile = await profiles.get(path.profileId)
  if (!profile) throw notFound('profile')
  return { body: profileView(profile) }
})
