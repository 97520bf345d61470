import { listAuditRoute } from '../shared/api/audit.ts'
import { http } from '../shared/http.ts'
import { auditStore } from '../shared/store/audit.ts'
import { deployedTable } from '../shared/store/client.ts'

const audit = auditStore(deployedTable())

/** The audit trail of a day: who did what to which event, person or round, in the order in which it was done. */
export const handler = http(listAuditRoute().takes, async ({ query: { day, cursor } }, now) => ({
  body: await audit.ofDay(day ?? now.toISOString().slice(0, 10), cursor),
}))
