import { listUnplacedRoute } from '../shared/api/rounds.ts'
import { notFound } from '../shared/errors.ts'
import { http } from '../shared/http.ts'
import { nameFits, namesOf } from '../shared/rounds/names.ts'
import { deployedTable } from '../shared/store/client.ts'
import { matchStore } from '../shared/store/matches.ts'
import { profileStore } from '../shared/store/profiles.ts'
import { roundStore } from '../shared/store/rounds.ts'

const table = deployedTable()
const [rounds, matches, profiles] = [roundStore(table), matchStore(table), profileStore(table)]

/** The mentees whom a round left out, why, and what would have helped. */
export const handler = http(listUnplacedRoute().takes, async ({ path: { roundId }, query: { q, reason, cursor } }) => {
  if (!(await rounds.get(roundId))) throw notFound('round')
  const fits = nameFits(q)
  const body = await matches.pageOfUnplaced(roundId, cursor, async (unplaced) => {
    const some = unplaced.filter((each) => !reason || each.reason === reason)
    const names = await namesOf(
      profiles,
      some.map(({ menteeId }) => menteeId),
    )
    return some
      .map(({ roundId: _asked, ...each }) => ({ ...each, mentee: names.get(each.menteeId) }))
      .filter(({ mentee }) => fits(mentee))
  })
  return { body }
})
