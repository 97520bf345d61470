import { deleteProfileRoute } from '../shared/api/people.ts'
import type { Taken } from '../shared/api/route.ts'
import type { Programme } from '../shared/domain/programme.ts'
import { isGone, leaving } from '../shared/domain/standing.ts'
import { notFound } from '../shared/errors.ts'
import { http } from '../shared/http.ts'
import { departing } from '../shared/leave.ts'
import { goodbye } from '../shared/mail/outbox.ts'
import { deployedProgramme } from '../shared/settings.ts'
import { type AddressStore, addressStore } from '../shared/store/addresses.ts'
import { type AuditStore, auditStore } from '../shared/store/audit.ts'
import { deployedTable, type Table } from '../shared/store/client.ts'
import { type MailStore, mailStore } from '../shared/store/mails.ts'
import { type MatchStore, matchStore } from '../shared/store/matches.ts'
import { type ProfileStore, profileStore } from '../shared/store/profiles.ts'
import { untilFresh } from '../shared/store/write.ts'

type Deps = {
  table: Pick<Table, 'transact'>
  addresses: AddressStore
  profiles: ProfileStore
  matches: MatchStore
  mails: MailStore
  audit: Pick<AuditStore, 'adding'>
  programme: Programme
}

/**
 * An organizer deletes somebody, as they could themselves: out of the pool at once, and gone when the time to think again
 * is over. Who never confirmed goes here and now, without a mail: nobody knows whose address that is.
 */
export const deleteProfile =
  ({ table, audit, ...deps }: Deps) =>
  ({ path, who }: Taken<typeof deleteProfileRoute> & { who: string }, now: Date) =>
    untilFresh(async () => {
      const { profiles, mails, programme } = deps
      const profile = await profiles.get(path.profileId)
      if (!profile || isGone(profile, now)) throw notFound('profile')
      const { id: profileId, role } = profile
      const deed = (status: string) => {
        const details = { role, was: profile.status, status }
        return audit.adding({ at: now.toISOString(), who, what: 'profile-deleted', subject: profileId, details })
      }
      if (profile.status === 'pending' || programme.undoMinutes === 0) {
        const farewell = profile.status === 'pending' ? [] : [mails.adding(goodbye(profile, now, true))]
        await table.transact([...(await departing(deps)(profile, now)), ...farewell, deed('deleted')])
        return { body: { profileId, status: 'deleted' } }
      }
      const leaver = leaving(profile, programme.undoMinutes, now, 'organizer')
      if (leaver !== profile) {
        await table.transact([profiles.changing(leaver), mails.adding(goodbye(leaver, now, true)), deed('leaving')])
      }
      return { body: { profileId, status: 'leaving', leavesAt: leaver.dueAt } }
    })

const table = deployedTable()
export const handler = http(
  deleteProfileRoute().takes,
  deleteProfile({
    table,
    addresses: addressStore(table),
    profiles: profileStore(table),
    matches: matchStore(table),
    mails: mailStore(table),
    audit: auditStore(table),
    programme: deployedProgramme(),
  }),
)
