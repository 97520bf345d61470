import { listMatchesRoute } from '../shared/api/matches.ts'
import type { Taken } from '../shared/api/route.ts'
import { type Match, matchView } from '../shared/domain/match.ts'
import { http } from '../shared/http.ts'
import { deployedTable } from '../shared/store/client.ts'
import { type MatchStore, matchStore } from '../shared/store/matches.ts'
import { type ProfileStore, profileStore } from '../shared/store/profiles.ts'

/** Matches for organizers: all, newest round first, page by page; or at once all that one person ever had. */
export const listMatches =
  ({ profiles, matches }: { profiles: ProfileStore; matches: MatchStore }) =>
  async ({ query: { profileId, status, answer, cursor } }: Taken<typeof listMatchesRoute>) => {
    const fits = (match: Match) =>
      (!status || match.status === status) &&
      (!answer || match.answers?.some((given) => given.answer === answer) === true)
    if (profileId === undefined) {
      const { items, ...more } = await matches.page(fits, cursor)
      return { body: { items: items.map(matchView), ...more } }
    }
    const profile = await profiles.get(profileId)
    const history = profile ? await matches.historyOf(profile.role, profile.id) : { matches: [] }
    return { body: { items: history.matches.filter(fits).map(matchView) } }
  }

const table = deployedTable()
export const handler = http(
  listMatchesRoute().takes,
  listMatches({ profiles: profileStore(table), matches: matchStore(table) }),
)
