import type { listRoundMatchesRoute } from '../api/rounds.ts'
import type { Taken } from '../api/route.ts'
import { type Match, matchView } from '../domain/match.ts'
import { conflict, notFound } from '../errors.ts'
import type { MatchStore } from '../store/matches.ts'
import type { Page } from '../store/page.ts'
import type { ProfileStore } from '../store/profiles.ts'
import type { RoundStore } from '../store/rounds.ts'
import { findPairs } from './find-pairs.ts'
import { type Name, namesOf } from './names.ts'

type Deps = {
  rounds: Pick<RoundStore, 'get'>
  matches: Pick<MatchStore, 'ofRound' | 'pageOfRound'>
  profiles: Pick<ProfileStore, 'getMany'>
}

/** A round of so many pairs is read at once, with the names of both, in less than a few seconds. */
const SORTED_UP_TO = 5000

/** The pairs of a round with their names: as they are stored, page by page; or searched and sorted, which reads them all. */
export const listPairs =
  ({ rounds, matches, profiles }: Deps) =>
  async ({ path: { roundId }, query: { q, sort, cursor } }: Taken<typeof listRoundMatchesRoute>) => {
    const round = await rounds.get(roundId)
    if (!round) throw notFound('round')
    const pageFrom = async (page: Page<Match>, known?: ReadonlyMap<string, Name>) => {
      const names = known ?? (await namesOf(profiles, page.items.flatMap(idsIn)))
      const items = page.items.map((match) => ({
        ...matchView(match),
        mentee: names.get(match.menteeId),
        mentor: names.get(match.mentorId),
      }))
      return { body: { ...page, items } }
    }
    const searched = Boolean(q?.trim())
    if (!searched && !sort) return pageFrom(await matches.pageOfRound(roundId, cursor))
    if ((round.summary?.placed ?? 0) > SORTED_UP_TO) throw conflict(TOO_MANY)
    // Of a round without a summary, nothing counts yet.
    const all = round.summary ? await matches.ofRound(roundId) : []
    if (!searched && sort?.endsWith('score')) return pageFrom(findPairs(all, new Map(), { sort, cursor }))
    const names = await namesOf(profiles, all.flatMap(idsIn))
    return pageFrom(findPairs(all, names, { q, sort, cursor }), names)
  }

const TOO_MANY = `This round has more than ${SORTED_UP_TO.toLocaleString('en-US')} pairs: they cannot be searched or sorted here. They come unsorted, or as a spreadsheet.`

const idsIn = ({ menteeId, mentorId }: Match): string[] => [menteeId, mentorId]
