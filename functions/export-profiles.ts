import { exportProfilesRoute } from '../shared/api/people.ts'
import type { Taken } from '../shared/api/route.ts'
import { http } from '../shared/http.ts'
import { withMailProblems } from '../shared/mail/problems.ts'
import { MOST_BYTES, spreadsheet, tooLargeAFile } from '../shared/spreadsheet.ts'
import { type AuditStore, auditStore } from '../shared/store/audit.ts'
import { deployedTable, type Table } from '../shared/store/client.ts'
import { type ProfileStore, profileStore } from '../shared/store/profiles.ts'
import { type SuppressionStore, suppressionStore } from '../shared/store/suppressions.ts'

type Deps = {
  table: Pick<Table, 'write'>
  profiles: Pick<ProfileStore, 'all'>
  suppressions: Pick<SuppressionStore, 'getMany'>
  audit: Pick<AuditStore, 'adding'>
}

/** A row is longer than this, so that more of them can never fit: no need to read them. */
const FEWEST_BYTES_A_ROW = 200

const tooMany = () =>
  tooLargeAFile(
    'These people do not fit into one spreadsheet. Please ask for one role, status or state at a time, such as ?state=OH.',
  )

/** A spreadsheet of people, newest first. Its columns are called as an import calls them. */
export const exportProfiles =
  ({ table, profiles, suppressions, audit }: Deps) =>
  async ({ query, who }: Taken<typeof exportProfilesRoute> & { who: string }, now: Date) => {
    const people = await profiles.all(query, Math.floor(MOST_BYTES / FEWEST_BYTES_A_ROW))
    if (!people) throw tooMany()
    const rows = (await withMailProblems(suppressions)(people)).map((view) => ({
      ...Object.fromEntries(Object.entries(view).map(([name, value]) => [name, cellOf(value)])),
      mailProblem: view.mailProblem?.kind,
    }))
    const file = spreadsheet(rows, { name: 'people.csv', columns: COLUMNS, tooLarge: tooMany() })
    const details = { rows: rows.length, ...query }
    await table.write(audit.adding({ at: now.toISOString(), who, what: 'export', subject: 'profiles', details }))
    return file
  }

const cellOf = (value: unknown): unknown =>
  Array.isArray(value) ? value.join('; ') : typeof value === 'boolean' ? (value ? 'yes' : 'no') : value

/** New ones are added at the end: others read these files by the column. */
const COLUMNS = [
  'profileId',
  'role',
  'status',
  'firstName',
  'lastName',
  'email',
  'state',
  'timeZone',
  'employer',
  'avoidSameEmployer',
  'setting',
  'departments',
  'yearsOfExperience',
  'shift',
  'credentials',
  'pursuing',
  'topics',
  'availability',
  'meeting',
  'languages',
  'capacity',
  'openMatches',
  'roundsWaited',
  'pausedUntil',
  'leavesAt',
  'mailProblem',
  'mailOff',
  'createdAt',
]

const table = deployedTable()
export const handler = http(
  exportProfilesRoute().takes,
  exportProfiles({
    table,
    profiles: profileStore(table),
    suppressions: suppressionStore(table),
    audit: auditStore(table),
  }),
)
