import { stringify } from 'csv-stringify/sync'
import { exportMatchesRoute } from '../shared/api/matches.ts'
import type { Taken } from '../shared/api/route.ts'
import { Match } from '../shared/domain/match.ts'
import type { Profile } from '../shared/domain/profile.ts'
import { Problem } from '../shared/errors.ts'
import { http } from '../shared/http.ts'
import { deployedTable } from '../shared/store/client.ts'
import { readAll } from '../shared/store/page.ts'
import { type ProfileStore, profileStore } from '../shared/store/profiles.ts'

/** An answer of a function may have 6 MB, in which a quote or the end of a line counts double. */
const MOST_BYTES = 5_800_000
/** A row is longer than this, so that more of them can never fit: no need to read on. */
const FEWEST_BYTES_A_ROW = 120

const tooMany = () =>
  new Problem(
    413,
    'Too large',
    'These matches do not fit into one spreadsheet. Please ask for one status at a time, such as ?status=introduced.',
  )

/** A spreadsheet of matches with both names and addresses. People who left stand in it without a name. */
export const exportMatches =
  ({ profiles, everyMatch }: { profiles: Pick<ProfileStore, 'getMany'>; everyMatch: () => AsyncIterable<Match[]> }) =>
  async ({ query: { status } }: Taken<typeof exportMatchesRoute>) => {
    const all: Match[] = []
    for await (const some of everyMatch()) {
      all.push(...some.filter((match) => !status || match.status === status))
      if (all.length * FEWEST_BYTES_A_ROW > MOST_BYTES) throw tooMany()
    }
    const ids = [...new Set(all.flatMap(({ menteeId, mentorId }) => [menteeId, mentorId]))]
    const people = new Map((await profiles.getMany(ids)).map((profile) => [profile.id, profile]))
    const body = stringify(
      all.map((match) => row(match, people.get(match.menteeId), people.get(match.mentorId))),
      // A cell that begins like a formula must stay text in a spreadsheet; Excel knows UTF-8 by the byte order mark.
      { header: true, bom: true, escape_formulas: true, record_delimiter: 'windows', columns: COLUMNS },
    )
    if (Buffer.byteLength(JSON.stringify(body)) > MOST_BYTES) throw tooMany()
    const headers = {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="matches.csv"',
    }
    return { body, headers }
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
  exportMatches({ profiles: profileStore(table), everyMatch: () => readAll(table, 'match', Match) }),
)
