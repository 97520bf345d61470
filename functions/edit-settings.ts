import * as z from 'zod'
import type { Taken } from '../shared/api/route.ts'
import { editSettingsRoute } from '../shared/api/settings.ts'
import type { Programme } from '../shared/domain/programme.ts'
import {
  type ChosenSettings,
  changesBetween,
  chosenAfter,
  type SettingsPatch,
  withChosen,
} from '../shared/domain/settings.ts'
import { invalid, outdated } from '../shared/errors.ts'
import { http } from '../shared/http.ts'
import { sentence } from '../shared/mail/plain.ts'
import { deployedProgramme } from '../shared/settings.ts'
import { settingsView } from '../shared/settings-view.ts'
import { type AuditStore, auditStore } from '../shared/store/audit.ts'
import { deployedTable, type Table } from '../shared/store/client.ts'
import { type SettingsStore, settingsStore } from '../shared/store/settings.ts'
import { untilFresh } from '../shared/store/write.ts'

type Deps = {
  table: Pick<Table, 'transact'>
  settings: Pick<SettingsStore, 'get' | 'saving' | 'addingChange'>
  audit: Pick<AuditStore, 'adding'>
  deployed: Programme
}

/** An organizer changes settings while the programme runs; what was what before stays in their history. */
export const editSettings =
  ({ table, settings, audit, deployed }: Deps) =>
  ({ body: { version, ...patch }, who }: Taken<typeof editSettingsRoute> & { who: string }, now: Date) =>
    untilFresh(async () => {
      const before = await settings.get()
      if (version !== undefined && version !== before.version) throw outdated(settingsView(deployed, before, now))
      const chosen = afterwards(deployed, before.chosen, patch)
      const changes = changesBetween(withChosen(deployed, before.chosen), withChosen(deployed, chosen))
      if (changes.length === 0) return { body: settingsView(deployed, before, now) }
      const at = now.toISOString()
      const fields = changes.map(({ field }) => field)
      await table.transact([
        settings.saving({ ...before, chosen }),
        settings.addingChange({ at, who, changes }),
        audit.adding({ at, who, what: 'settings-edited', subject: 'settings', details: { fields } }),
      ])
      return { body: settingsView(deployed, { chosen, version: before.version + 1 }, now) }
    })

/** 400 names the field: five weights, say, that do not add up. */
function afterwards(deployed: Programme, before: ChosenSettings, patch: SettingsPatch): ChosenSettings {
  try {
    return chosenAfter(deployed, before, patch)
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error
    throw invalid(error.issues.map(({ path, message }) => ({ path: path.join('.'), message: sentence(message) })))
  }
}

const table = deployedTable()
export const handler = http(
  editSettingsRoute().takes,
  editSettings({ table, settings: settingsStore(table), audit: auditStore(table), deployed: deployedProgramme() }),
)
