import { env } from '../shared/env.ts'
import { logError } from '../shared/http.ts'
import { ROUND_ID } from '../shared/rounds/hand-on.ts'
import { ROUND_FAILED } from '../shared/rounds/log-lines.ts'
import { pairingOn } from '../shared/rounds/pair.ts'
import { TASK } from '../shared/rounds/room.ts'
import { runRound } from '../shared/rounds/run.ts'
import { currentProgramme } from '../shared/settings.ts'
import { deployedTable } from '../shared/store/client.ts'
import { matchStore } from '../shared/store/matches.ts'
import { profileStore } from '../shared/store/profiles.ts'
import { proofStore } from '../shared/store/proofs.ts'
import { roundStore } from '../shared/store/rounds.ts'

/** No function of Lambda, but what the container runs: one round, whose pool is too large for any function. */

const table = deployedTable()
const run = runRound({
  table,
  rounds: roundStore(table),
  profiles: profileStore(table),
  matches: matchStore(table),
  proofs: proofStore(table),
  programme: await currentProgramme(table)(),
  place: TASK,
  pair: pairingOn(TASK.threads),
})

try {
  await run(env(ROUND_ID), () => new Date())
} catch (error) {
  logError(ROUND_FAILED, error, { roundId: env(ROUND_ID) })
  process.exitCode = 1
}
