import { withoutPerson } from './domain/match.ts'
import type { Role } from './domain/profile.ts'
import { introductionId } from './mail/outbox.ts'
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
      const aboutThem = await mails.getByIds(
        history.matches.map((match) => introductionId(match.id, role === 'mentor' ? 'mentee' : 'mentor')),
      )
      const forgotten = [...toThem, ...aboutThem.filter(({ status }) => status !== 'sent')]
      for (const mail of forgotten) await table.transact([mails.removing(mail)])
      await matches.removeUnplaced(history.unplaced)
      for (const match of history.matches) await table.transact([matches.changing(withoutPerson(match, id))])
    })
