import { editMeRoute } from '../shared/api/me.ts'
import { profileView } from '../shared/domain/profile.ts'
import { edited } from '../shared/edit.ts'
import { http } from '../shared/http.ts'
import { deployedLinks } from '../shared/links.ts'
import { changeMember } from '../shared/member.ts'
import { deployedTable } from '../shared/store/client.ts'
import { profileStore } from '../shared/store/profiles.ts'

const table = deployedTable()
const change = changeMember({ table, links: await deployedLinks(), profiles: profileStore(table) })

/** A member changes some fields of their profile. */
export const handler = http(editMeRoute().takes, async ({ body: patch, bearer }, now) => ({
  body: profileView(await change(bearer, ['me'], (profile) => edited(profile, patch), now)),
}))
