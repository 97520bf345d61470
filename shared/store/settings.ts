import { randomUUID } from 'node:crypto'
import { SettingsChange, StoredSettings } from '../domain/settings.ts'
import { type Table, withoutKeys } from './client.ts'
import { type Page, partition, readPage } from './page.ts'
import { settingsChangeKey, settingsKey } from './table.ts'
import { adding, changing, type Write } from './write.ts'

export type SettingsStore = ReturnType<typeof settingsStore>

/** What organizers have changed of the programme while it runs, and beside it who changed what when. */
export const settingsStore = (table: Pick<Table, 'get' | 'queryPage'>) => ({
  get: async (): Promise<StoredSettings> =>
    (await table.get(settingsKey, StoredSettings)) ?? { chosen: {}, version: 0 },

  /** The version is the one that was read. */
  saving(settings: StoredSettings): Write {
    const item = { ...settingsKey, ...settings }
    return settings.version === 0 ? adding({ ...item, version: 1 }) : changing(item)
  },

  addingChange: (change: SettingsChange): Write =>
    adding({ ...settingsChangeKey(change.at, randomUUID()), ...SettingsChange.parse(change) }),

  /** Newest first. */
  history: (cursor?: string): Promise<Page<SettingsChange>> =>
    readPage(
      table,
      { ...partition('table', settingsKey.pk, 'change#'), ScanIndexForward: false },
      { cursor, load: async (items) => items.map((item) => SettingsChange.parse(withoutKeys(item))) },
    ),
})
