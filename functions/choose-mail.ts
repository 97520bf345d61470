import { chooseMailRoute } from '../shared/api/me.ts'
import { http } from '../shared/http.ts'
import { deployedLinks } from '../shared/links.ts'
import { changeMember } from '../shared/member.ts'
import { deployedTable } from '../shared/store/client.ts'
import { profileStore } from '../shared/store/profiles.ts'

const table = deployedTable()
const change = changeMember({ table, links: await deployedLinks(), profiles: profileStore(table) })

/** Which mail a member does without; the link in a mail's own “unsubscribe” will do. */
export const handler = http(chooseMailRoute().takes, async ({ body: { off }, bearer }, now) => {
  const { mailOff = [] } = await change(bearer, ['me', 'unsubscribe'], (profile) => ({ ...profile, mailOff: off }), now)
  return { body: { off: mailOff } }
})
