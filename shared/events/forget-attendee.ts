import { profileIds } from '../domain/address.ts'
import type { Profile } from '../domain/profile.ts'
import type { AddressStore } from '../store/addresses.ts'
import type { Table } from '../store/client.ts'
import type { MailStore } from '../store/mails.ts'
import type { ProfileStore } from '../store/profiles.ts'
import type { RegistrationStore } from '../store/registrations.ts'
import type { Seating } from './seating.ts'

type Deps = {
  table: Pick<Table, 'transact'>
  addresses: Pick<AddressStore, 'get'>
  profiles: Pick<ProfileStore, 'getMany'>
  registrations: Pick<RegistrationStore, 'ofAddress'>
  mails: Pick<MailStore, 'to' | 'forgetting'>
  seats: Pick<Seating, 'forget'>
}
type Gone = Pick<Profile, 'id' | 'status' | 'addressHash'>

/**
 * Who deletes their last profile is forgotten at events too: what they had goes to the next in line, the rest stays
 * without a name. A form that nobody confirmed says nothing about the address in it. Safe to repeat: a registration can
 * be found by its address until it is forgotten.
 */
export const forgetAttendee =
  ({ table, addresses, profiles, registrations, mails, seats }: Deps) =>
  async (gone: Gone, now: Date): Promise<void> => {
    if (gone.status === 'pending') return
    const others = profileIds(await addresses.get(gone.addressHash)).filter((id) => id !== gone.id)
    if ((await profiles.getMany(others)).some(({ status }) => status !== 'pending')) return
    for (const { id } of await registrations.ofAddress(gone.addressHash)) {
      for (const mail of await mails.to(id)) await table.transact(mails.forgetting(mail))
      await seats.forget(id, now)
    }
  }
