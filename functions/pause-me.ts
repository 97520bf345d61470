import * as z from 'zod'
import { type Profile, profileView } from '../shared/domain/profile.ts'
import { pausedForGood, pausedUntil } from '../shared/domain/standing.ts'
import { invalid } from '../shared/errors.ts'
import { http } from '../shared/http.ts'
import { deployedLinks } from '../shared/links.ts'
import { changeMember } from '../shared/member.ts'
import { deployedTable } from '../shared/store/client.ts'
import { profileStore } from '../shared/store/profiles.ts'

const table = deployedTable()
const change = changeMember({ table, links: await deployedLinks(), profiles: profileStore(table) })

/** The first day on which they take part again, e.g. `2026-09-01`; without one they say so themselves. */
const Pause = z.strictObject({ until: z.iso.date('Please enter a day such as 2026-09-01.').optional() }).optional()

/** A member wants no new matches for now. */
export const handler = http({ body: Pause }, async ({ body, bearer }, now) => {
  const pause = (profile: Profile): Profile => {
    const resting = body?.until ? pausedUntil(profile, body.until, now) : pausedForGood(profile)
    if (!resting)
      throw invalid([{ path: 'until', message: 'Please choose a day from tomorrow to two years from now.' }])
    return resting
  }
  return { body: profileView(await change(bearer, ['me'], pause, now)) }
})
