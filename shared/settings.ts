import { Programme } from './domain/programme.ts'
import { withChosen } from './domain/settings.ts'
import { env } from './env.ts'
import type { Table } from './store/client.ts'
import { settingsStore } from './store/settings.ts'

/** The programme that this function was deployed for. */
export const deployedProgramme = (): Programme => Programme.parse(JSON.parse(env('PROGRAMME')))

/** The same with what organizers have changed since: to be asked for each time, for they may change it again. */
export function currentProgramme(table: Pick<Table, 'get' | 'queryPage'>): () => Promise<Programme> {
  const [deployed, settings] = [deployedProgramme(), settingsStore(table)]
  return async () => withChosen(deployed, (await settings.get()).chosen)
}
