import { exportMatchesRoute } from '../shared/api/matches.ts'
import type { Taken } from '../shared/api/route.ts'
import { Match } from '../shared/domain/match.ts'
import type { Profile } from '../shared/domain/profile.ts'
import { http } from '../shared/http.ts'
import { MOST_BYTES, spreadsheet, tooLargeAFile } from '../shared/spreadsheet.ts'
import { type AuditStore, auditStore } from '../shared/store/audit.ts'
import { deployedTable, type Table } from '../shared/store/client.ts'
import { readAll } from '../shared/store/page.ts'
import { type ProfileStore, profileStore } from '../shared/store/profiles.ts'

type Deps = {
  table: Pick<Table, 'write'>
  profiles: Pick<ProfileStore, 'getMany'>
  audit: Pick<AuditStore, 'adding'>
  everyMatch: () => AsyncIterable<Match[]>
}

/** A row is longer than this, so that more of them can never fit: no need to read on. */
const FEWEST_BYTES_A_ROW = 120

const tooMany = () =>
  tooLargeAFile(
    'These matches do not fit into one spreadsheet. Please ask for one status at a time, such as ?status=introduced.',
  )

/** A spreadsheet of matches with both names and addresses. People who left stand in it without a name. */
export const exportMatches =
  ({ table, profiles, audit, everyMatch }: Deps) =>
  async ({ query: { status }, who }: Taken<typeof exportMatchesRoute> & { who: string }, now: Date) => {
    const all: Match[] = []
    for await (const some of everyMatch()) {
      all.push(...some.filter((match) => !status || match.status === status))
      if (all.length * FEWEST_BYTES_A_ROW > MOST_BYTES) throw tooMany()
    }
    const ids = [...new Set(all.flatMap(({ menteeId, mentorId }) => [menteeId, mentorId]))]
    const people = new Map((await profiles.getMany(ids)).map((profile) => [profile.id, profile]))
    const rows = all.map((match) => row(match, people.get(match.menteeId), people.get(match.mentorId)))
    const file = spreadsheet(rows, { name: 'matches.csv', columns: COLUMNS, tooLarge: tooMany() })
    const details = { rows: rows.length, ...(status && { status }) }
    await table.write(audit.adding({ at: now.toISOString(), who, what: 'export', subject: 'matches', details }))
    return file
  }

const COLUMNS = [
  'matchId',
  'roundId',
  'status',
  'score',
  'introducedAt',
  'menteeFirstName',
  'menteeLastName',
  'menteeEmail',
  'mentorFirstName',
  'mentorLastName',
  'mentorEmail',
]

const row = (match: Match, mentee: Profile | undefined, mentor: Profile | undefined) => ({
  ...match,
  matchId: match.id,
  menteeFirstName: mentee?.contact.firstName,
  menteeLastName: mentee?.contact.lastName,
  menteeEmail: mentee?.contact.email,
  mentorFirstName: mentor?.contact.firstName,
  mentorLastName: mentor?.contact.lastName,
  mentorEmail: mentor?.contact.email,
})

const table = deployedTable()
export const handler = http(
  exportMatchesRoute().takes,
  exportMatches({
    table,
    profiles: profileStore(table),
    audit: auditStore(table),
    everyMatch: () => readAll(table, 'match', Match),
  }),
)
