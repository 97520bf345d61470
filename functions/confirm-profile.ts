import { confirmProfileRoute } from '../shared/api/joining.ts'
import type { Taken } from '../shared/api/route.ts'
import { confirmed } from '../shared/domain/profile-changes.ts'
import type { Programme } from '../shared/domain/programme.ts'
import { http } from '../shared/http.ts'
import { deployedLinks, type Links } from '../shared/links.ts'
import { welcome } from '../shared/mail/outbox.ts'
import { memberOf } from '../shared/member.ts'
import { deployedProgramme } from '../shared/settings.ts'
import { deployedTable, type Table } from '../shared/store/client.ts'
import { type MailStore, mailStore } from '../shared/store/mails.ts'
import { type ProfileStore, profileStore } from '../shared/store/profiles.ts'
import { type SuppressionStore, suppressionStore } from '../shared/store/suppressions.ts'
import { untilFresh } from '../shared/store/write.ts'

type Deps = {
  table: Pick<Table, 'transact'>
  links: Links
  profiles: ProfileStore
  mails: MailStore
  suppressions: Pick<SuppressionStore, 'lifting'>
  programme: Programme
}

/** The address is theirs: from now on they are in the pool. Confirming again changes nothing. */
export const confirmProfile =
  ({ table, links, profiles, mails, suppressions, programme }: Deps) =>
  async ({ body }: Taken<typeof confirmProfileRoute>, now: Date) =>
    untilFresh(async () => {
      const { profile } = await memberOf({ links, profiles })(body.token, ['confirm'], now)
      const member = confirmed(profile, now)
      if (profile.status === 'pending') {
        await table.transact([
          profiles.changing(member),
          mails.adding(welcome(member, programme, now)),
          suppressions.lifting(member.addressHash), // a mail has just reached it
        ])
      }
      return { body: { profileId: member.id, role: member.role, status: member.status } }
    })

const table = deployedTable()
export const handler = http(
  confirmProfileRoute().takes,
  confirmProfile({
    table,
    links: await deployedLinks(),
    profiles: profileStore(table),
    mails: mailStore(table),
    suppressions: suppressionStore(table),
    programme: deployedProgramme(),
  }),
)
