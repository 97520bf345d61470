import { downloadMyDataRoute } from '../shared/api/me.ts'
import { http } from '../shared/http.ts'
import { deployedLinks, type Links } from '../shared/links.ts'
import { memberOf } from '../shared/member.ts'
import { type AddressStore, addressStore } from '../shared/store/addresses.ts'
import { deployedTable } from '../shared/store/client.ts'
import { type DeliveryStore, deliveryStore } from '../shared/store/deliveries.ts'
import { type MailStore, mailStore } from '../shared/store/mails.ts'
import { type MatchStore, matchStore } from '../shared/store/matches.ts'
import { type NoteStore, noteStore } from '../shared/store/notes.ts'
import { type ProfileStore, profileStore } from '../shared/store/profiles.ts'
import { type RegistrationStore, registrationStore } from '../shared/store/registrations.ts'
import { type SuppressionStore, suppressionStore } from '../shared/store/suppressions.ts'

type Deps = {
  links: Links
  profiles: ProfileStore
  addresses: AddressStore
  matches: MatchStore
  mails: MailStore
  notes: Pick<NoteStore, 'of'>
  deliveries: DeliveryStore
  suppressions: SuppressionStore
  registrations: Pick<RegistrationStore, 'ofAddress'>
}

/**
 * Everything that is stored about a member, item by item as it is stored, but for what the other one in a match said of
 * it: that is about both, and was told to the organizers alone. Nor which organizer wrote a note.
 */
export const downloadMyData =
  ({ links, profiles, addresses, matches, mails, notes, deliveries, suppressions, registrations }: Deps) =>
  async ({ bearer }: { bearer: string | undefined }, now: Date) => {
    const { profile } = await memberOf({ links, profiles })(bearer, ['me'], now)
    const [address, suppression, history, letters, noted, events] = await Promise.all([
      addresses.get(profile.addressHash),
      suppressions.get(profile.addressHash),
      matches.historyOf(profile.role, profile.id),
      mails.to(profile.id),
      notes.of(profile.id),
      registrations.ofAddress(profile.addressHash),
    ])
    for (const { id } of events) letters.push(...(await mails.to(id)))
    const mine = history.matches.map((match) => ({
      ...match,
      answers: match.answers?.filter(({ by }) => by === profile.role),
    }))
    const ids = letters.map(({ id }) => id)
    const [news, copies] = await Promise.all([deliveries.getMany(ids), Promise.all(ids.map(mails.copyOf))])
    const mail = letters.map((letter, index) => ({ ...letter, ...copies[index], delivery: news.get(letter.id) }))
    return {
      body: {
        asOf: now.toISOString(),
        profile,
        address,
        suppression,
        matches: mine,
        leftOut: history.unplaced,
        notes: noted.map(({ who: _theirs, ...note }) => note),
        registrations: events,
        mail,
      },
      headers: { 'content-disposition': 'attachment; filename="my-data.json"' },
    }
  }

const table = deployedTable()
export const handler = http(
  downloadMyDataRoute().takes,
  downloadMyData({
    links: await deployedLinks(),
    profiles: profileStore(table),
    addresses: addressStore(table),
    matches: matchStore(table),
    mails: mailStore(table),
    notes: noteStore(table),
    deliveries: deliveryStore(table),
    suppressions: suppressionStore(table),
    registrations: registrationStore(table),
  }),
)
