import { http } from '../shared/http.ts'

/** Says that the API answers. */
export const handler = http({}, async () => ({ body: { status: 'ok' } }))
