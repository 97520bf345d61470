import { deployedTable } from '../shared/store/client.ts'
import { overviewStore } from '../shared/store/overview.ts'

const overview = overviewStore(deployedTable())

/** Each hour: counts everybody for the organizers, unless the last count is still good. */
export const handler = (): Promise<void> => overview.refresh(new Date())
