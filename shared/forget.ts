import { withoutProfile } from './domain/address.ts'
import type { Mail } from './domain/mail.ts'
import { withoutPerson } from './domain/match.ts'
import type { Profile } from './domain/profile.ts'
import type { AddressStore } from './store/addresses.ts'
import type { Table } from './store/client.ts'
import type { MailStore } from './store/mails.ts'
import type { MatchStore } from './store/matches.ts'
import type { NoteStore } from './store/notes.ts'
import { untilFresh } from './store/write.ts'

type Deps = {
  table: Pick<Table, 'transact'>
  addresses: AddressStore
  matches: MatchStore
  mails: MailStore
  notes: Pick<NoteStore, 'forget'>
}
type Gone = Pick<Profile, 'id' | 'role' | 'addressHash'>

/**
 * Somebody deleted their profile, or never confirmed it: what mentions them elsewhere goes, or stays without a name. Safe
 * to repeat: the mails, by which their traces are found, go together with these, and the matches last.
 */
export const forgetProfile =
  ({ table, addresses, matches, mails, notes }: Deps) =>
  ({ id, role, addressHash }: Gone): Promise<void> =>
    untilFresh(async () => {
      const address = await addresses.get(addressHash)
      if (address[role] === id) await table.transact([addresses.saving(withoutProfile(address, role))])
      await notes.forget(id)
      const history = await matches.historyOf(role, id)
      const toThem = (await mails.to(id)).filter(({ kind }) => kind !== 'goodbye')
      const partners = new Set(history.matches.map((match) => (role === 'mentor' ? match.menteeId : match.mentorId)))
      const toPartners = (await Promise.all([...partners].map(mails.to))).flat()
      // The id of a mail about a match has the match's in it. That they left is what partners may still hear.
      const aboutThem = toPartners.filter(
        (mail) => mail.kind !== 'match-over' && history.matches.some((match) => mail.id.includes(match.id)),
      )
      const [sent, waiting] = [aboutThem.filter(isSent), aboutThem.filter((mail) => !isSent(mail))]
      for (const mail of [...toThem, ...waiting]) await table.transact(mails.forgetting(mail))
      await mails.forgetCopies(sent.map(({ id }) => id))
      await matches.removeUnplaced(history.unplaced)
      for (const match of history.matches) await table.transact([matches.changing(withoutPerson(match, id))])
    })

const isSent = ({ status }: Mail): boolean => status === 'sent'
