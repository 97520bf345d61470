import { randomUUID } from 'node:crypto'
import { signUpRoute } from '../shared/api/joining.ts'
import { discreetly } from '../shared/discretion.ts'
import { askedAgain, withProfile } from '../shared/domain/address.ts'
import type { Profile } from '../shared/domain/profile.ts'
import { linksEnded, openProfile, replaceForm } from '../shared/domain/profile-changes.ts'
import { looksAutomatic, type ProfileForm } from '../shared/domain/profile-form.ts'
import { http } from '../shared/http.ts'
import { alreadyMember, askToConfirm } from '../shared/mail/outbox.ts'
import { type AddressStore, addressStore, hashOf } from '../shared/store/addresses.ts'
import { deployedTable, type Table } from '../shared/store/client.ts'
import { type MailStore, mailStore } from '../shared/store/mails.ts'
import { type ProfileStore, profileStore } from '../shared/store/profiles.ts'
import { untilFresh } from '../shared/store/write.ts'

type Deps = {
  table: Pick<Table, 'transact'>
  addresses: AddressStore
  profiles: ProfileStore
  mails: MailStore
  newId: () => string
}

/**
 * Somebody offers mentoring, or asks for it. One profile an address and role; the latest form wins until it is
 * confirmed. The answer is the same whether or not we know the address, and for programs, whose forms are dropped.
 */
export const signUp =
  ({ table, addresses, profiles, mails, newId }: Deps) =>
  async ({ body: form }: { body: ProfileForm }, now: Date) => {
    const hash = hashOf(form.email)
    await discreetly(() =>
      untilFresh(async () => {
        if (looksAutomatic(form)) return
        const address = await addresses.get(hash)
        const counted = askedAgain(address, now)
        const id = address[form.role]
        const existing = id ? await profiles.get(id) : undefined
        if (existing && existing.status !== 'pending') {
          if (!counted) return
          const mail = alreadyMember(existing, address.version, now)
          return table.transact([addresses.saving(counted), mails.adding(mail)])
        }
        // Nobody could confirm it, and the link to the first spelling would be lost.
        if (existing && !counted && !isSpelledAs(existing, form)) return
        const profile = existing
          ? replaced(existing, form, now)
          : openProfile(form, { id: newId(), addressHash: hash, now })
        await table.transact([
          addresses.saving(withProfile(counted ?? address, profile.role, profile.id)),
          existing ? profiles.changing(profile) : profiles.adding(profile),
          ...(counted ? [mails.adding(askToConfirm(profile, address.version, now))] : []),
        ])
      }),
    )
    return { status: 202, body: { status: 'confirmation-sent' } }
  }

/** Another spelling of the address has to be confirmed itself: links that went to the first one end. */
function replaced(existing: Profile, form: ProfileForm, now: Date): Profile {
  return replaceForm(isSpelledAs(existing, form) ? existing : linksEnded(existing), form, now)
}

const isSpelledAs = ({ contact }: Profile, { email }: ProfileForm): boolean =>
  contact.email.toLowerCase() === email.toLowerCase()

const table = deployedTable()
export const handler = http(
  signUpRoute().takes,
  signUp({
    table,
    addresses: addressStore(table),
    profiles: profileStore(table),
    mails: mailStore(table),
    newId: randomUUID,
  }),
)
