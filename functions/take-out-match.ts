import { takeOutMatchRoute } from '../shared/api/rounds.ts'
import { blocking } from '../shared/domain/pairing.ts'
import { isDraft } from '../shared/domain/round.ts'
import { conflict, notFound } from '../shared/errors.ts'
import { http } from '../shared/http.ts'
import { oneLess } from '../shared/rounds/take-out.ts'
import { currentProgramme } from '../shared/settings.ts'
import { auditStore } from '../shared/store/audit.ts'
import { deployedTable } from '../shared/store/client.ts'
import { matchStore } from '../shared/store/matches.ts'
import { profileStore } from '../shared/store/profiles.ts'
import { roundStore } from '../shared/store/rounds.ts'
import { untilFresh } from '../shared/store/write.ts'

const table = deployedTable()
const [rounds, matches, profiles, audit] = [
  roundStore(table),
  matchStore(table),
  profileStore(table),
  auditStore(table),
]
const programme = currentProgramme(table)

/** An organizer takes a drafted pair out; with `?never=1` these two are never paired again. */
export const handler = http(takeOutMatchRoute().takes, async ({ path: { roundId, matchId }, query, who }, now) =>
  untilFresh(async () => {
    const [round, match] = await Promise.all([rounds.get(roundId), matches.get(matchId)])
    if (!round || match?.roundId !== roundId) throw notFound('match')
    if (!isDraft(round) || match.status !== 'drafted') throw conflict('Only a draft can be changed.')
    const { menteeId, mentorId } = match
    const never = query.never === '1'
    const [mentee] = never ? await profiles.getMany([menteeId]) : []
    const summary =
      round.summary && (await oneLess(round.summary, match, round.settings ?? (await programme()), matches))
    const pins = round.pins?.filter((pin) => pin.menteeId !== menteeId)
    await table.transact([
      matches.removing(match),
      matches.addingUnplaced({ roundId, menteeId, reason: 'taken-out', detail: 'An organizer took the pair out.' }),
      rounds.changing({ ...round, summary, pins: pins?.length ? pins : undefined }),
      ...(mentee?.role === 'mentee' ? [profiles.changing(blocking(mentee, mentorId))] : []),
      audit.adding({ at: now.toISOString(), who, what: 'match-taken-out', subject: matchId, details: { never } }),
    ])
    return { body: { matchId, status: 'taken-out' } }
  }),
)
