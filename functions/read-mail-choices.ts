import { readMailChoicesRoute } from '../shared/api/me.ts'
import { http } from '../shared/http.ts'
import { deployedLinks } from '../shared/links.ts'
import { memberOf } from '../shared/member.ts'
import { deployedTable } from '../shared/store/client.ts'
import { profileStore } from '../shared/store/profiles.ts'

const member = memberOf({ links: await deployedLinks(), profiles: profileStore(deployedTable()) })

/** Which mail a member does without, and whether they are paused; nothing else, since this link is in every mail. */
export const handler = http(readMailChoicesRoute().takes, async ({ bearer }, now) => {
  const { profile } = await member(bearer, ['me', 'unsubscribe'], now)
  return { body: { off: profile.mailOff ?? [], role: profile.role, status: profile.status } }
})
