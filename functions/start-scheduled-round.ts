import { Problem } from '../shared/errors.ts'
import { startRound } from '../shared/rounds.ts'
import { deployedProgramme } from '../shared/settings.ts'
import { deployedTable } from '../shared/store/client.ts'
import { roundStore } from '../shared/store/rounds.ts'

const table = deployedTable()
const start = startRound({ table, rounds: roundStore(table) })
const programme = deployedProgramme()

/** The regular round. When one is running already, that one will do. */
export const handler = async (): Promise<void> => {
  try {
    await start(programme.publish === 'auto', new Date())
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    console.warn(JSON.stringify({ what: 'The regular round was skipped: another one is running.' }))
  }
}
