import { exportAuditRoute } from '../shared/api/audit.ts'
import type { Taken } from '../shared/api/route.ts'
import type { AuditEntry } from '../shared/domain/audit.ts'
import { http } from '../shared/http.ts'
import { inParallel } from '../shared/parallel.ts'
import { MOST_BYTES, spreadsheet, tooLargeAFile } from '../shared/spreadsheet.ts'
import { type AuditStore, auditStore } from '../shared/store/audit.ts'
import { deployedTable, type Table } from '../shared/store/client.ts'

type Deps = { table: Pick<Table, 'write'>; audit: Pick<AuditStore, 'wholeDay' | 'adding'> }

const DAYS_AT_ONCE = 16
/** A row is longer than this, so that more of them can never fit: no need to read on. */
const FEWEST_BYTES_A_ROW = 60

const tooMany = () =>
  tooLargeAFile('So many days do not fit into one spreadsheet. Please ask for fewer of them, such as one month.')

/** The audit trail of some days as a spreadsheet: who did what, and when. */
export const exportAudit =
  ({ table, audit }: Deps) =>
  async ({ query: { from, to }, who }: Taken<typeof exportAuditRoute> & { who: string }, now: Date) => {
    const days = new Map<string, AuditEntry[]>()
    let count = 0
    await inParallel(daysBetween(from, to), DAYS_AT_ONCE, async (day) => {
      const entries = await audit.wholeDay(day)
      days.set(day, entries)
      count += entries.length
      if (count * FEWEST_BYTES_A_ROW > MOST_BYTES) throw tooMany()
    })
    const rows = daysBetween(from, to)
      .flatMap((day) => days.get(day) ?? [])
      .map(({ details, ...entry }) => ({ ...entry, details: JSON.stringify(details) }))
    const file = spreadsheet(rows, { name: 'audit.csv', columns: COLUMNS, tooLarge: tooMany() })
    const details = { rows: rows.length, from, to }
    await table.write(audit.adding({ at: now.toISOString(), who, what: 'export', subject: 'audit', details }))
    return file
  }

const COLUMNS = ['at', 'who', 'what', 'subject', 'details']
const DAY = 86_400_000

const daysBetween = (from: string, to: string): string[] =>
  Array.from({ length: (Date.parse(to) - Date.parse(from)) / DAY + 1 }, (_, n) =>
    new Date(Date.parse(from) + n * DAY).toISOString().slice(0, 10),
  )

const table = deployedTable()
export const handler = http(exportAuditRoute().takes, exportAudit({ table, audit: auditStore(table) }))
