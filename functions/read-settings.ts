import { readSettingsRoute } from '../shared/api/settings.ts'
import { http } from '../shared/http.ts'
import { deployedProgramme } from '../shared/settings.ts'
import { settingsView } from '../shared/settings-view.ts'
import { deployedTable } from '../shared/store/client.ts'
import { settingsStore } from '../shared/store/settings.ts'

const settings = settingsStore(deployedTable())
const deployed = deployedProgramme()

/** How the programme is set: what organizers may change while it runs, and what they may not. */
export const handler = http(readSettingsRoute().takes, async (_, now) => ({
  body: settingsView(deployed, await settings.get(), now),
}))
