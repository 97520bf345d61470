import { pauseMeRoute } from '../shared/api/me.ts'
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

/** A member wants no new matches for now. */
export const handler = http(pauseMeRoute().takes, async ({ body, bearer }, now) => {
  const pause = (profile: Profile): Profile => {
    const resting = body?.until ? pausedUntil(profile, body.until, now) : pausedForGood(profile)
    if (!resting)
      throw invalid([{ path: 'until', message: 'Please choose a day from tomorrow to two years from now.' }])
    return resting
  }
  return { body: profileView(await change(bearer, ['me'], pause, now)) }
})
