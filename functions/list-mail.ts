import { listMailRoute } from '../shared/api/mail.ts'
import { http } from '../shared/http.ts'
import { namesOf } from '../shared/rounds/names.ts'
import { deployedProgramme } from '../shared/settings.ts'
import { addressStore } from '../shared/store/addresses.ts'
import { deployedTable } from '../shared/store/client.ts'
import { deliveryStore } from '../shared/store/deliveries.ts'
import { mailLog } from '../shared/store/mail-log.ts'
import { profileStore } from '../shared/store/profiles.ts'
import { registrationStore } from '../shared/store/registrations.ts'

const table = deployedTable()
const profiles = profileStore(table)
const log = mailLog({
  table,
  addresses: addressStore(table),
  registrations: registrationStore(table),
  deliveries: deliveryStore(table),
  organizers: deployedProgramme().replyTo,
})

/**
 * The delivery log, newest first: which mail went out, and what became of it. It holds no address; whoever asks for one
 * gets the mail to the profiles and registrations behind it. One answer looks at some mails only, so it can be empty and
 * still have a `nextCursor`.
 */
export const handler = http(listMailRoute().takes, async ({ query: { to, cursor, ...filter } }) => {
  const { items, ...more } = to ? { items: await log.to(to, filter) } : await log.page(filter, cursor)
  const names = await namesOf(
    profiles,
    items.flatMap(({ profileId }) => profileId ?? []),
  )
  return { body: { items: items.map((mail) => ({ ...mail, person: names.get(mail.profileId ?? '') })), ...more } }
})
