import { Writable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import * as z from 'zod'
import { awslambda } from '../local/response-stream.ts'

/** One attendee list, made by the function's bundle; nobody keeps it. Prints what it took, as JSON. */

const { BUNDLE, TOKEN } = z.object({ BUNDLE: z.string(), TOKEN: z.string() }).parse(process.env)
const [rawPath = ''] = process.argv.slice(2)
let bytes = 0
let rows = 0

const stream = new Writable({
  async write(piece: Buffer, _, done) {
    bytes += piece.length
    await setImmediate()
    done()
  },
})
const from = (_: Writable, { headers }: Record<string, unknown>) => {
  rows = Number(z.object({ 'x-total-rows': z.string() }).parse(headers)['x-total-rows'])
  return stream
}
Object.assign(globalThis, { awslambda: { ...awslambda, HttpResponseStream: { from } } })
const { handler }: { handler: (event: object, stream: Writable, context: object) => Promise<void> } = await import(
  BUNDLE
)

const start = performance.now()
const headers = { authorization: `Bearer ${TOKEN}` }
await handler({ rawPath, headers, requestContext: { requestId: 'bench', http: { method: 'GET' } } }, stream, {})
const seconds = (performance.now() - start) / 1000
console.log(JSON.stringify({ seconds, megabytes: process.resourceUsage().maxRSS / 1024, bytes, rows }))
