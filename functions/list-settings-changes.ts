import { listSettingsChangesRoute } from '../shared/api/settings.ts'
import { http } from '../shared/http.ts'
import { deployedTable } from '../shared/store/client.ts'
import { settingsStore } from '../shared/store/settings.ts'

const settings = settingsStore(deployedTable())

/** Who changed which setting when, newest first. */
export const handler = http(listSettingsChangesRoute().takes, async ({ query: { cursor } }) => ({
  body: await settings.history(cursor),
}))
