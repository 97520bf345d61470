import * as z from 'zod'
import { paused } from '../shared/domain/profile.ts'
import { http } from '../shared/http.ts'
import { deployedLinks } from '../shared/links.ts'
import { changeMember } from '../shared/member.ts'
import { deployedTable } from '../shared/store/client.ts'
import { profileStore } from '../shared/store/profiles.ts'

const table = deployedTable()
const change = changeMember({ table, links: await deployedLinks(), profiles: profileStore(table) })

/**
 * One click in the mail program (RFC 8058), without a look at any page: no new matches, so no more mail about them.
 * The mail program sends a form body; all it says is that it was clicked.
 */
export const handler = http({ path: z.object({ token: z.string().max(4000) }) }, async ({ path }, now) => {
  await change(path.token, 'unsubscribe', paused, now)
  return { body: { status: 'unsubscribed' } }
})
