import { sendLinkRoute } from '../shared/api/joining.ts'
import type { Taken } from '../shared/api/route.ts'
import { discreetly } from '../shared/discretion.ts'
import { askedAgain, profileIds } from '../shared/domain/address.ts'
import { http } from '../shared/http.ts'
import { askToConfirm, freshLink } from '../shared/mail/outbox.ts'
import { type AddressStore, addressStore, hashOf } from '../shared/store/addresses.ts'
import { deployedTable, type Table } from '../shared/store/client.ts'
import { type MailStore, mailStore } from '../shared/store/mails.ts'
import { type ProfileStore, profileStore } from '../shared/store/profiles.ts'
import { untilFresh } from '../shared/store/write.ts'

type Deps = { table: Pick<Table, 'transact'>; addresses: AddressStore; profiles: ProfileStore; mails: MailStore }

/** A fresh link to whoever has that address, one for each role. The answer does not tell whether anybody has. */
export const sendLink =
  ({ table, addresses, profiles, mails }: Deps) =>
  async ({ body }: Taken<typeof sendLinkRoute>, now: Date) => {
    await discreetly(() =>
      untilFresh(async () => {
        const address = await addresses.get(hashOf(body.email))
        const counted = askedAgain(address, now)
        const behind = await profiles.getMany(profileIds(address))
        if (!counted || !behind.length) return
        const letters = behind.map((profile) =>
          (profile.status === 'pending' ? askToConfirm : freshLink)(profile, address.version, now),
        )
        await table.transact([addresses.saving(counted), ...letters.map(mails.adding)])
      }),
    )
    return { status: 202, body: { status: 'link-sent-if-known' } }
  }

const table = deployedTable()
export const handler = http(
  sendLinkRoute().takes,
  sendLink({ table, addresses: addressStore(table), profiles: profileStore(table), mails: mailStore(table) }),
)
