import { readMeRoute } from '../shared/api/me.ts'
import { profileView } from '../shared/domain/profile.ts'
import { http } from '../shared/http.ts'
import { deployedLinks } from '../shared/links.ts'
import { memberOf } from '../shared/member.ts'
import { deployedTable } from '../shared/store/client.ts'
import { profileStore } from '../shared/store/profiles.ts'

const member = memberOf({ links: await deployedLinks(), profiles: profileStore(deployedTable()) })

/** What a member told us and how they stand, to themselves. Their matches have a route of their own. */
export const handler = http(readMeRoute().takes, async ({ bearer }, now) => {
  const { profile } = await member(bearer, ['me'], now)
  return { body: profileView(profile) }
})
