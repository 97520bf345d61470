import * as z from 'zod'
import { ProfilePatch, patched, paused, profileView, resumed } from '../shared/domain/profile.ts'
import { menteeHasNoSeats, notFound } from '../shared/errors.ts'
import { http } from '../shared/http.ts'
import { deployedTable } from '../shared/store/client.ts'
import { profileStore } from '../shared/store/profiles.ts'
import { untilFresh } from '../shared/store/write.ts'

const table = deployedTable()
const profiles = profileStore(table)

const OrganizerPatch = ProfilePatch.extend({ status: z.enum(['active', 'paused']).optional() })

/** An organizer corrects a profile, pauses it or brings it back. Only its owner can confirm it. */
export const handler = http(
  { path: z.object({ profileId: z.string() }), body: OrganizerPatch },
  async ({ path, body: { status, ...patch } }) =>
    untilFresh(async () => {
      const profile = await profiles.get(path.profileId)
      if (!profile) throw notFound('profile')
      if (profile.role === 'mentee' && patch.capacity !== undefined) throw menteeHasNoSeats()
      const edited = patched(profile, patch)
      const changed = status === 'paused' ? paused(edited) : status === 'active' ? resumed(edited) : edited
      await table.transact([profiles.changing(changed)])
      return { body: profileView(changed) }
    }),
)
