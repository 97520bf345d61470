import * as z from 'zod'
import { notFound } from '../shared/errors.ts'
import { http } from '../shared/http.ts'

/** Answers at every address under /api where nothing else does. */
export const handler = http({ query: z.object({}) }, async () => {
  throw notFound('route')
})
