import type { Programme } from '../domain/programme.ts'
import { isDraft, type Pin } from '../domain/round.ts'
import { conflict, invalid, notFound } from '../errors.ts'
import { changedPeople } from '../matching/change/change.ts'
import type { Person } from '../matching/person.ts'
import type { MatchStore } from '../store/matches.ts'
import type { ProfileStore } from '../store/profiles.ts'
import type { RoundStore } from '../store/rounds.ts'
import { type Asked, pinsAsked, settingsAsked } from './asked.ts'
import { compared } from './compare.ts'
import { namesOf } from './names.ts'

type Deps = {
  rounds: Pick<RoundStore, 'get'>
  profiles: Pick<ProfileStore, 'pool' | 'poolSize' | 'getMany'>
  matches: Pick<MatchStore, 'ofRound'>
  programme: Programme
}
type Request = { path: { roundId: string }; body: Asked & { never?: readonly Pin[] | undefined } }

/** So many people are paired and checked in well under the half minute that an answer may take. */
const MOST_PEOPLE = 10_000
const MOST_MOVES = 200

/** What would move in a draft if it were made anew now, with these wishes. Nothing is written. */
export const tryOut =
  ({ rounds, profiles, matches, programme }: Deps) =>
  async ({ path: { roundId }, body }: Request, now: Date) => {
    const round = await rounds.get(roundId)
    if (!round) throw notFound('round')
    if (!isDraft(round) || !round.summary) throw conflict('Only a draft can be compared.')
    const settings = settingsAsked(programme, body)
    const size = await profiles.poolSize()
    if (size > MOST_PEOPLE) throw conflict(tooMany(size))
    const [pool, drafted] = await Promise.all([profiles.pool(), matches.ofRound(roundId)])
    const people = pinsAsked(apart(pool, body.never ?? []), body.pins ?? [], settings, now)
    const draft = { matches: drafted, unplaced: round.summary.unplaced, settings: round.settings ?? programme }
    const { moves, ...figures } = compared(draft, people, settings, now)
    const told = moves.slice(0, MOST_MOVES)
    const names = await namesOf(
      profiles,
      told.flatMap(({ menteeId, from, to }) => [menteeId, ...[from, to].flatMap((side) => side?.mentorId ?? [])]),
    )
    return {
      ...figures,
      moved: moves.length,
      moves: told.map(({ menteeId, from, to }) => ({
        menteeId,
        mentee: names.get(menteeId),
        from: from && { ...from, mentor: names.get(from.mentorId) },
        to: to && { ...to, mentor: names.get(to.mentorId) },
      })),
    }
  }

const tooMany = (size: number): string =>
  `${size.toLocaleString('en-US')} people wait to be paired. With more than ${MOST_PEOPLE.toLocaleString('en-US')} it takes too long to try something out here; please draft a round instead.`

/** As if these pairs were forbidden for ever. */
function apart(people: readonly Person[], never: readonly Pin[]): Person[] {
  const mentees = new Set(people.filter(({ role }) => role === 'mentee').map(({ id }) => id))
  const unknown = never.flatMap(({ menteeId }, nth) => (mentees.has(menteeId) ? [] : [`never.${nth}`]))
  const message = 'This mentee is not waiting for a mentor now.'
  if (unknown.length) throw invalid(unknown.map((path) => ({ path, message })))
  return changedPeople(people, { forbidden: never.map(({ menteeId, mentorId }) => [menteeId, mentorId]) })
}
