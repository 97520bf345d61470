import { readProofRoute } from '../shared/api/rounds.ts'
import { notFound, Problem } from '../shared/errors.ts'
import { http } from '../shared/http.ts'
import { storedResult } from '../shared/rounds/stored-result.ts'
import { deployedTable } from '../shared/store/client.ts'
import { matchStore } from '../shared/store/matches.ts'
import { proofStore } from '../shared/store/proofs.ts'
import { roundStore } from '../shared/store/rounds.ts'

/** Lambda answers with 6 MB at most. */
const LARGEST_ANSWER = 5_500_000

const table = deployedTable()
const [rounds, matches, proofs] = [roundStore(table), matchStore(table), proofStore(table)]

/** The pairing of a round with its proof, as `npm run match` writes it and checks it again. */
export const handler = http(readProofRoute().takes, async ({ path: { roundId } }) => {
  const [round, proof] = await Promise.all([rounds.get(roundId), proofs.get(roundId)])
  if (!round) throw notFound('round')
  if (!proof || !round.summary) throw notFound('proof')
  const [pairs, unplaced] = await Promise.all([matches.ofRound(roundId), matches.unplacedOf(roundId)])
  const body = JSON.stringify(storedResult(round.summary, proof, pairs, unplaced))
  if (body.length > LARGEST_ANSWER) throw new Problem(413, 'Too large', 'This round does not fit into one answer.')
  return { body }
})
