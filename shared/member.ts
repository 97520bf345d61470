import type { Page } from './domain/mail.ts'
import type { Profile } from './domain/profile.ts'
import { atTime, isGone } from './domain/standing.ts'
import { badLink } from './errors.ts'
import type { Link, Links } from './links.ts'
import type { Table } from './store/client.ts'
import type { ProfileStore } from './store/profiles.ts'
import { untilFresh } from './store/write.ts'

type Reader = { links: Links; profiles: Pick<ProfileStore, 'get'> }
type Changer = { links: Links; profiles: Pick<ProfileStore, 'get' | 'changing'>; table: Pick<Table, 'transact'> }

/** The member whose link somebody holds; 401 when it is forged, too old, revoked, or its profile is gone. */
export const memberOf =
  ({ links, profiles }: Reader) =>
  async (token: string | undefined, pages: readonly Page[], now: Date): Promise<{ profile: Profile; link: Link }> => {
    const link = token && (await links.read(token, pages, now))
    const profile = link && (await profiles.get(link.profileId))
    if (!profile || profile.linkVersion !== link.linkVersion || isGone(profile, now)) throw badLink()
    return { profile: atTime(profile, now), link }
  }

/** A member changes their own profile, and gets it back as it is now. */
export const changeMember =
  ({ links, profiles, table }: Changer) =>
  (
    token: string | undefined,
    pages: readonly Page[],
    change: (profile: Profile) => Profile,
    now: Date,
  ): Promise<Profile> =>
    untilFresh(async () => {
      const { profile } = await memberOf({ links, profiles })(token, pages, now)
      const changed = change(profile)
      await table.transact([profiles.changing(changed)])
      return changed
    })
