import { exportPoolRoute } from '../shared/api/rounds.ts'
import { notFound, Problem } from '../shared/errors.ts'
import { http } from '../shared/http.ts'
import { withPins } from '../shared/rounds/pins.ts'
import { deployedTable } from '../shared/store/client.ts'
import { profileStore } from '../shared/store/profiles.ts'
import { roundStore } from '../shared/store/rounds.ts'

/** Lambda answers with 6 MB at most, in which every quote and end of a line counts double. */
const LARGEST_ANSWER = 4_500_000

const table = deployedTable()
const [rounds, profiles] = [roundStore(table), profileStore(table)]

/**
 * Who is in the pool of a draft, as matching sees them: a line each, without names, the address as a hash, pins as `pin`.
 * With the draft's proof `npm run match` checks it again, as long as nobody changed their profile since.
 */
export const handler = http(exportPoolRoute().takes, async ({ path: { roundId } }) => {
  const round = await rounds.get(roundId)
  if (!round) throw notFound('round')
  if (round.status !== 'drafted') {
    throw new Problem(409, 'Not a draft', 'Once a round is published its pool is no longer what it was.')
  }
  const people = withPins(await profiles.pool(), round.pins ?? [])
  const body = people.map((person) => `${JSON.stringify(person)}\n`).join('')
  if (body.length > LARGEST_ANSWER) throw new Problem(413, 'Too large', 'This pool does not fit into one answer.')
  return { body, headers: { 'content-type': 'application/x-ndjson' } }
})
