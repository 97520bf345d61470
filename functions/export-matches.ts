import { stringify } from 'csv-stringify/sync'
import * as z from 'zod'
import { MATCH_STATUSES, type Match } from '../shared/domain/match.ts'
import type { Profile } from '../shared/domain/profile.ts'
import { http } from '../shared/http.ts'
import { deployedTable } from '../shared/store/client.ts'
import { type MatchStore, matchStore } from '../shared/store/matches.ts'
import { type ProfileStore, profileStore } from '../shared/store/profiles.ts'

const Filter = z.strictObject({ status: z.enum(MATCH_STATUSES).optional() })

/** A spreadsheet of matches with both names and addresses. People who left stand in it without a name. */
export const exportMatches =
  ({ profiles, matches }: { profiles: ProfileStore; matches: MatchStore }) =>
  async ({ query: { status } }: { query: z.output<typeof Filter> }) => {
    const all: Match[] = []
    let cursor: string | undefined
    do {
      const page = await matches.page((match) => !status || match.status === status, cursor)
      all.push(...page.items)
      cursor = page.nextCursor
    } while (cursor)
    const ids = [...new Set(all.flatMap(({ menteeId, mentorId }) => [menteeId, mentorId]))]
    const people = new Map((await profiles.getMany(ids)).map((profile) => [profile.id, profile]))
    const body = stringify(
      all.map((match) => row(match, people.get(match.menteeId), people.get(match.mentorId))),
      // A cell that begins like a formula must stay text in a spreadsheet; Excel knows UTF-8 by the byte order mark.
      { header: true, bom: true, escape_formulas: true, record_delimiter: 'windows', columns: COLUMNS },
    )
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
  { query: Filter },
  exportMatches({ profiles: profileStore(table), matches: matchStore(table) }),
)
