import { randomUUID } from 'node:crypto'
import { AuditEntry } from '../domain/audit.ts'
import { type Table, withoutKeys } from './client.ts'
import { type Page, partition, readPage } from './page.ts'
import { auditKey, inDays } from './table.ts'
import { adding, type Item, type Write } from './write.ts'

export type AuditStore = ReturnType<typeof auditStore>

/** Long enough for a report on the year before. */
const DAYS_KEPT = 730

/** The audit trail. An entry is written in the transaction that does what it tells of, and never changed. */
export const auditStore = (table: Pick<Table, 'queryPage' | 'query'>) => ({
  adding(entry: Omit<AuditEntry, 'details'> & Partial<Pick<AuditEntry, 'details'>>): Write {
    const { at } = entry
    return adding({ ...auditKey(at, randomUUID()), ...AuditEntry.parse(entry), expiresAt: inDays(at, DAYS_KEPT) })
  },

  /** A day in UTC, such as 2027-01-12, in the order in which things were done. */
  ofDay: (day: string, cursor?: string): Promise<Page<AuditEntry>> =>
    readPage(table, partition('table', `AUDIT#${day}`), {
      cursor,
      load: async (items) => items.map(entryFrom),
    }),

  /** The same, all of it. */
  async wholeDay(day: string): Promise<AuditEntry[]> {
    const entries: AuditEntry[] = []
    for await (const item of table.query(partition('table', `AUDIT#${day}`))) entries.push(entryFrom(item))
    return entries
  },
})

const entryFrom = (item: Item): AuditEntry => AuditEntry.parse(withoutKeys(item))
