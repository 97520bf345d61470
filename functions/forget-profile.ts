import type { DynamoDBBatchResponse, DynamoDBStreamEvent } from 'aws-lambda'
import * as z from 'zod'
import { withoutPerson } from '../shared/domain/match.ts'
import { ROLES, type Role } from '../shared/domain/profile.ts'
import { introductionId } from '../shared/mail/outbox.ts'
import { deployedTable, type Table } from '../shared/store/client.ts'
import { type MailStore, mailStore } from '../shared/store/mails.ts'
import { type MatchStore, matchStore } from '../shared/store/matches.ts'
import { untilFresh } from '../shared/store/write.ts'
import { eachRecord } from '../shared/stream.ts'

type Deps = { table: Pick<Table, 'transact'>; matches: MatchStore; mails: MailStore }

const Gone = z.object({ id: z.object({ S: z.string() }), role: z.object({ S: z.enum(ROLES) }) })

/** Somebody deleted their profile: what mentions them elsewhere goes, or stays without a name. Safe to repeat. */
export const forgetProfile =
  ({ table, matches, mails }: Deps) =>
  async (id: string, role: Role): Promise<void> =>
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

const table = deployedTable()
const forget = forgetProfile({ table, matches: matchStore(table), mails: mailStore(table) })

export const handler = (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> =>
  eachRecord(event, async ({ dynamodb }) => {
    const { id, role } = Gone.parse(dynamodb?.OldImage)
    await forget(id.S, role.S)
  })
