import * as z from 'zod'
import { MATCH_ANSWERS, MATCH_STATUSES, type Match, matchView } from '../shared/domain/match.ts'
import { http } from '../shared/http.ts'
import { deployedTable } from '../shared/store/client.ts'
import { type MatchStore, matchStore } from '../shared/store/matches.ts'
import { listing } from '../shared/store/page.ts'
import { type ProfileStore, profileStore } from '../shared/store/profiles.ts'

const Filter = z
  .strictObject({
    profileId: z.string().optional(),
    status: z.enum(MATCH_STATUSES).optional(),
    /** Matches of which one of the two has said so, e.g. `problem`. */
    answer: z.enum(MATCH_ANSWERS).optional(),
    ...listing,
  })
  .refine(({ profileId, cursor }) => profileId === undefined || cursor === undefined, {
    path: ['cursor'],
    message: 'The matches of one person come all at once. Please leave the cursor out.',
  })

/** Matches for organizers: all, newest round first, page by page; or at once all that one person ever had. */
export const listMatches =
  ({ profiles, matches }: { profiles: ProfileStore; matches: MatchStore }) =>
  async ({ query: { profileId, status, answer, cursor } }: { query: z.output<typeof Filter> }) => {
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
  { query: Filter },
  listMatches({ profiles: profileStore(table), matches: matchStore(table) }),
)
