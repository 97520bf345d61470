import { resendLinkRoute } from '../shared/api/person.ts'
import type { Taken } from '../shared/api/route.ts'
import { askedAgain, HAD_ENOUGH } from '../shared/domain/address.ts'
import { isStopped } from '../shared/domain/delivery.ts'
import { isGone } from '../shared/domain/standing.ts'
import { conflict, notFound } from '../shared/errors.ts'
import { http } from '../shared/http.ts'
import { askToConfirm, freshLink } from '../shared/mail/outbox.ts'
import { type AddressStore, addressStore } from '../shared/store/addresses.ts'
import { type AuditStore, auditStore } from '../shared/store/audit.ts'
import { deployedTable, type Table } from '../shared/store/client.ts'
import { type MailStore, mailStore } from '../shared/store/mails.ts'
import { type ProfileStore, profileStore } from '../shared/store/profiles.ts'
import { type SuppressionStore, suppressionStore } from '../shared/store/suppressions.ts'
import { untilFresh } from '../shared/store/write.ts'

type Deps = {
  table: Pick<Table, 'transact'>
  addresses: Pick<AddressStore, 'get' | 'saving'>
  profiles: Pick<ProfileStore, 'get'>
  mails: Pick<MailStore, 'adding'>
  suppressions: Pick<SuppressionStore, 'get'>
  audit: Pick<AuditStore, 'adding'>
}

/** An organizer has a fresh link sent to somebody who lost theirs, or who still has to confirm. */
export const resendLink =
  ({ table, addresses, profiles, mails, suppressions, audit }: Deps) =>
  ({ path, who }: Pick<Taken<typeof resendLinkRoute>, 'path'> & { who: string }, now: Date) =>
    untilFresh(async () => {
      const profile = await profiles.get(path.profileId)
      if (!profile || isGone(profile, now)) throw notFound('profile')
      const [address, suppression] = await Promise.all([
        addresses.get(profile.addressHash),
        suppressions.get(profile.addressHash),
      ])
      const counted = askedAgain(address, now)
      if (!counted) throw conflict(HAD_ENOUGH)
      const letter = (profile.status === 'pending' ? askToConfirm : freshLink)(profile, address.version, now)
      if (isStopped(letter, suppression)) throw conflict(UNWANTED)
      await table.transact([
        addresses.saving(counted),
        mails.adding(letter),
        audit.adding({
          at: now.toISOString(),
          who,
          what: 'link-sent',
          subject: profile.id,
          details: { kind: letter.kind },
        }),
      ])
      return { status: 202, body: { status: 'sent' } }
    })

const UNWANTED =
  'They called our mail spam, so nothing is sent there. If they want it again, let the address take mail.'

const table = deployedTable()
export const handler = http(
  resendLinkRoute().takes,
  resendLink({
    table,
    addresses: addressStore(table),
    profiles: profileStore(table),
    mails: mailStore(table),
    suppressions: suppressionStore(table),
    audit: auditStore(table),
  }),
)
