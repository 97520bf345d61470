import { isDeepStrictEqual } from 'node:util'
import { editProfileRoute } from '../shared/api/people.ts'
import type { Taken } from '../shared/api/route.ts'
import { type Profile, profileView } from '../shared/domain/profile.ts'
import { linksEnded } from '../shared/domain/profile-changes.ts'
import { isGone, movedTo } from '../shared/domain/standing.ts'
import { edited } from '../shared/edit.ts'
import { conflict, notFound, outdated } from '../shared/errors.ts'
import { http } from '../shared/http.ts'
import { withMailProblems } from '../shared/mail/problems.ts'
import { type AuditStore, auditStore } from '../shared/store/audit.ts'
import { deployedTable, type Table } from '../shared/store/client.ts'
import { type ProfileStore, profileStore } from '../shared/store/profiles.ts'
import { type SuppressionStore, suppressionStore } from '../shared/store/suppressions.ts'
import { untilFresh } from '../shared/store/write.ts'

type Deps = {
  table: Pick<Table, 'transact'>
  profiles: Pick<ProfileStore, 'get' | 'changing'>
  suppressions: Pick<SuppressionStore, 'getMany' | 'lifting'>
  audit: Pick<AuditStore, 'adding'>
}

/**
 * An organizer corrects a profile, pauses it or brings it back, ends its links. Only its owner can confirm it. What
 * changes nothing is neither written nor in the audit trail.
 */
export const editProfile =
  ({ table, profiles, suppressions, audit }: Deps) =>
  ({ path, body, who }: Taken<typeof editProfileRoute> & { who: string }, now: Date) =>
    untilFresh(async () => {
      const { version, status, endLinks, allowMail, ...patch } = body
      const viewed = async (profile: Profile) => (await withMailProblems(suppressions)([profile]))[0]
      const profile = await profiles.get(path.profileId)
      if (!profile || isGone(profile, now)) throw notFound('profile')
      if (version !== undefined && version !== profile.version) throw outdated(await viewed(profile))

      const corrected = edited(profile, patch)
      const moved = status ? movedTo(corrected, status) : corrected
      if (!moved) throw conflict(whyNot(profile))
      const changed = endLinks ? linksEnded(moved) : moved
      const fields = [...namesOfChanged(profile, changed), ...flags({ endLinks, allowMail })]
      if (!fields.length) return { body: await viewed(profile) }

      const details = { fields, ...(changed.status !== profile.status && { status: changed.status }) }
      await table.transact([
        profiles.changing(changed),
        ...(allowMail ? [suppressions.lifting(profile.addressHash)] : []),
        audit.adding({ at: now.toISOString(), who, what: 'profile-edited', subject: profile.id, details }),
      ])
      return { body: await viewed({ ...changed, version: changed.version + 1 }) }
    })

const NOT_CONFIRMED = 'Only they can confirm their address. You can mail them the link again.'
const IS_LEAVING = 'They are leaving. Please bring them back first.'
const WANTS_TO_LEAVE = 'They asked to be deleted themselves. Only the link in the e-mail about it brings them back.'

const whyNot = ({ status, deletedBy }: Profile): string =>
  status === 'pending' ? NOT_CONFIRMED : deletedBy ? IS_LEAVING : WANTS_TO_LEAVE

function namesOfChanged(before: Profile, after: Profile): string[] {
  const old: Record<string, unknown> = profileView(before)
  const fresh: Record<string, unknown> = profileView(after)
  const names = new Set([...Object.keys(old), ...Object.keys(fresh)])
  return [...names].filter((name) => !isDeepStrictEqual(old[name], fresh[name]))
}

const flags = (given: Record<string, true | undefined>): string[] => Object.keys(given).filter((name) => given[name])

const table = deployedTable()
export const handler = http(
  editProfileRoute().takes,
  editProfile({
    table,
    profiles: profileStore(table),
    suppressions: suppressionStore(table),
    audit: auditStore(table),
  }),
)
