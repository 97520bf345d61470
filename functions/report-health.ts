import { reportHealthRoute } from '../shared/api/site.ts'
import { http } from '../shared/http.ts'

/** Says that the API answers. */
export const handler = http(reportHealthRoute().takes, async () => ({ body: { status: 'ok' } }))
