import { resumeMeRoute } from '../shared/api/me.ts'
import { profileView } from '../shared/domain/profile.ts'
import { resumed } from '../shared/domain/profile-changes.ts'
import { http } from '../shared/http.ts'
import { deployedLinks } from '../shared/links.ts'
import { changeMember } from '../shared/member.ts'
import { deployedTable } from '../shared/store/client.ts'
import { profileStore } from '../shared/store/profiles.ts'

const table = deployedTable()
const change = changeMember({ table, links: await deployedLinks(), profiles: profileStore(table) })

/** A member is back. */
export const handler = http(resumeMeRoute().takes, async ({ bearer }, now) => ({
  body: profileView(await change(bearer, ['me'], resumed, now)),
}))
