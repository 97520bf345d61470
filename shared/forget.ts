import { withoutPerson } from './domain/match.ts'
import type { Role } from './domain/profile.ts'
import type { Table } from './store/client.ts'
import type { MailStore } from './store/mails.ts'
import type { MatchStore } from './store/matches.ts'
import { untilFresh } from './store/write.ts'

type Deps = { table: Pick<Table, 'transact'>; matches: MatchStore; mails: MailStore }

/** Somebody deleted their profile: what mentions them elsewhere goes, or stays without a name. Safe to repeat. */
export const forgetProfile =
  ({ table, matches, mails }: Deps) =>
  (id: string, role: Role): Promise<void> =>
    untilFresh(async () => {
      const history = await matches.historyOf(role, id)
      const toThem = (await mails.to(id)).filter(({ kind }) => kind !== 'goodbye')
      const partners = new Set(history.matches.map((match) => (role === 'mentor' ? match.menteeId : match.mentorId)))
      const toPartners = (await Promise.all([...partners].map(mails.to))).flat()
      // The id of a mail about a match has the match's in it. That they left is what partners may still hear.
      const aboutThem = toPartners.filter(
        (mail) => mail.kind !== 'match-over' && history.matches.some((match) => mail.id.includes(match.id)),
      )
      const forgotten = [...toThem, ...aboutThem.filter(({ status }) => status !== 'sent')]
      for (const mail of forgotten) await table.transact([mails.removing(mail)])
      await mails.forgetTraces(toThem.map(({ id }) => id))
      await mails.forgetCopies(aboutThem.map(({ id }) => id))
      await matches.removeUnplaced(history.unplaced)
      for (const match of history.matches) await table.transact([matches.changing(withoutPerson(match, id))])
    })
