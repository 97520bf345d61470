import { listMailRoute } from '../shared/api/mail.ts'
import { http } from '../shared/http.ts'
import { type Name, namesOf } from '../shared/rounds/names.ts'
import { deployedProgramme } from '../shared/settings.ts'
import { addressStore } from '../shared/store/addresses.ts'
import { deployedTable } from '../shared/store/client.ts'
import { deliveryStore } from '../shared/store/deliveries.ts'
import { mailLog } from '../shared/store/mail-log.ts'
import { profileStore } from '../shared/store/profiles.ts'
import { registrationStore } from '../shared/store/registrations.ts'

const table = deployedTable()
const [profiles, registrations] = [profileStore(table), registrationStore(table)]
const log = mailLog({
  table,
  addresses: addressStore(table),
  registrations,
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
  const recipients = await recipientsOf(items.flatMap(({ profileId }) => profileId ?? []))
  return { body: { items: items.map((mail) => ({ ...mail, ...recipients.get(mail.profileId ?? '') })), ...more } }
})

/** Who they are behind the ids that mails go to: people with a profile, and people who registered. */
async function recipientsOf(ids: readonly string[]) {
  const [names, registered] = await Promise.all([namesOf(profiles, ids), registrations.getMany([...new Set(ids)])])
  return new Map<string, { eventId?: string; person: Name | undefined }>([
    ...[...names].map(([id, person]) => [id, { person }] as const),
    ...registered.map(({ id, eventId, person }) => [id, { eventId, person: person && nameOf(person) }] as const),
  ])
}

const nameOf = ({ firstName, lastName }: { firstName: string; lastName: string }) => ({ firstName, lastName })
