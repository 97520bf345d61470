import { deleteMeRoute } from '../shared/api/me.ts'
import type { Programme } from '../shared/domain/programme.ts'
import { leaving } from '../shared/domain/standing.ts'
import { http } from '../shared/http.ts'
import { departing } from '../shared/leave.ts'
import { deployedLinks, type Links } from '../shared/links.ts'
import { goodbye } from '../shared/mail/outbox.ts'
import { memberOf } from '../shared/member.ts'
import { deployedProgramme } from '../shared/settings.ts'
import { type AddressStore, addressStore } from '../shared/store/addresses.ts'
import { deployedTable, type Table } from '../shared/store/client.ts'
import { type MailStore, mailStore } from '../shared/store/mails.ts'
import { type MatchStore, matchStore } from '../shared/store/matches.ts'
import { type ProfileStore, profileStore } from '../shared/store/profiles.ts'
import { untilFresh } from '../shared/store/write.ts'

type Deps = {
  table: Pick<Table, 'transact'>
  links: Links
  addresses: AddressStore
  profiles: ProfileStore
  matches: MatchStore
  mails: MailStore
  programme: Programme
}

/**
 * A member leaves: out of the pool at once, deleted by tend-profiles when the time to think again is over. A programme
 * that gives no such time deletes here and now.
 */
export const deleteMe =
  ({ table, links, ...deps }: Deps) =>
  async ({ bearer }: { bearer: string | undefined }, now: Date) =>
    untilFresh(async () => {
      const { profiles, mails, programme } = deps
      const { profile } = await memberOf({ links, profiles })(bearer, ['me'], now)
      if (programme.undoMinutes === 0) {
        await table.transact([...(await departing(deps)(profile, now)), mails.adding(goodbye(profile, now))])
        return { body: { status: 'deleted' } }
      }
      const leaver = leaving(profile, programme.undoMinutes, now)
      if (leaver !== profile) {
        await table.transact([profiles.changing(leaver), mails.adding(goodbye(leaver, now))])
      }
      return { status: 202, body: { status: 'leaving', leavesAt: leaver.dueAt } }
    })

const table = deployedTable()
export const handler = http(
  deleteMeRoute().takes,
  deleteMe({
    table,
    links: await deployedLinks(),
    addresses: addressStore(table),
    profiles: profileStore(table),
    matches: matchStore(table),
    mails: mailStore(table),
    programme: deployedProgramme(),
  }),
)
