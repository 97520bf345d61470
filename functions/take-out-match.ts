import { takeOutMatchRoute } from '../shared/api/rounds.ts'
import { blocking } from '../shared/domain/pairing.ts'
import type { RoundSummary } from '../shared/domain/round.ts'
import { conflict, notFound } from '../shared/errors.ts'
import { http } from '../shared/http.ts'
import { deployedTable } from '../shared/store/client.ts'
import { matchStore } from '../shared/store/matches.ts'
import { profileStore } from '../shared/store/profiles.ts'
import { roundStore } from '../shared/store/rounds.ts'
import { untilFresh } from '../shared/store/write.ts'

const table = deployedTable()
const [rounds, matches, profiles] = [roundStore(table), matchStore(table), profileStore(table)]

/** An organizer takes a drafted pair out; with `?never=1` these two are never paired again. */
export const handler = http(takeOutMatchRoute().takes, async ({ path: { roundId, matchId }, query }) =>
  untilFresh(async () => {
    const [round, match] = await Promise.all([rounds.get(roundId), matches.get(matchId)])
    if (!round || match?.roundId !== roundId) throw notFound('match')
    if (round.status !== 'drafted' || round.progress.phase !== 'done' || match.status !== 'drafted') {
      throw conflict('Only a draft can be changed.')
    }
    const { menteeId, mentorId } = match
    const [mentee] = query.never === '1' ? await profiles.getMany([menteeId]) : []
    await table.transact([
      matches.removing(match),
      matches.addingUnplaced({ roundId, menteeId, reason: 'taken-out', detail: 'An organizer took the pair out.' }),
      rounds.changing({ ...round, summary: round.summary && oneLess(round.summary, match.score) }),
      ...(mentee?.role === 'mentee' ? [profiles.changing(blocking(mentee, mentorId))] : []),
    ])
    return { body: { matchId, status: 'taken-out' } }
  }),
)

const oneLess = (summary: RoundSummary, score: number): RoundSummary => ({
  ...summary,
  placed: summary.placed - 1,
  unplaced: summary.unplaced + 1,
  totalScore: summary.totalScore - score,
})
