import { unsubscribeRoute } from '../shared/api/joining.ts'
import { pausedForGood, without } from '../shared/domain/standing.ts'
import { http } from '../shared/http.ts'
import { deployedLinks } from '../shared/links.ts'
import { changeMember } from '../shared/member.ts'
import { deployedTable } from '../shared/store/client.ts'
import { profileStore } from '../shared/store/profiles.ts'

const table = deployedTable()
const change = changeMember({ table, links: await deployedLinks(), profiles: profileStore(table) })

/**
 * One click in the mail program (RFC 8058), without a look at any page. `about` stops one kind of mail; without it there
 * are no new matches until they come back, so no more mail about them. The mail program sends a form body; all it says is
 * that it was clicked.
 */
export const handler = http(unsubscribeRoute().takes, async ({ path, query: { about } }, now) => {
  await change(
    path.token,
    ['unsubscribe'],
    (profile) => (about ? without(profile, about) : pausedForGood(profile)),
    now,
  )
  return { body: { status: 'unsubscribed' } }
})
