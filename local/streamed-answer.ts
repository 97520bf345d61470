import { Readable } from 'node:stream'
import type { MessagePort } from 'node:worker_threads'
import * as z from 'zod'
import { FunctionFailed } from './invocation.ts'

const Head = z.object({
  statusCode: z.int().min(100).max(599),
  headers: z.record(z.string(), z.string()).default({}),
})
const Sent = z.union([
  z.object({ head: Head }),
  z.object({ piece: z.instanceof(Uint8Array) }),
  z.object({ end: z.literal(true) }),
])

export type StreamedAnswer = z.output<typeof Head> & { body: Readable }

/**
 * What a function sends through the port, from its head on. When it ends without having said so, it failed: before the
 * head that is thrown, after it the body breaks off. A reader that went away lets the function go on, as in the cloud.
 */
export function streamedAnswer(port: MessagePort, over: Promise<unknown>): Promise<StreamedAnswer> {
  return new Promise((resolve, reject) => {
    let [begun, owed, ended] = [false, false, false]
    const more = () => port.postMessage('more')
    const body = new Readable({
      read() {
        if (owed) more()
        owed = false
      },
      destroy(error, done) {
        if (owed) more()
        owed = false
        done(error)
      },
    })
    const fail = (error: unknown) => {
      if (!begun) return reject(error)
      if (!ended && !body.destroyed) body.destroy(error instanceof Error ? error : new Error(String(error)))
    }
    port.on('message', (data) => {
      const sent = Sent.parse(data)
      if ('head' in sent) {
        begun = true
        resolve({ ...sent.head, body })
      }
      if ('piece' in sent) {
        if (body.destroyed || body.push(sent.piece)) more()
        else owed = true
      }
      if ('end' in sent) {
        ended = true
        body.push(null)
      }
    })
    port.on('close', () => {
      if (!ended) over.then(() => fail(new FunctionFailed('Runtime.Unfinished', 'The answer was not finished.')), fail)
    })
    over.catch((error) => {
      port.close()
      fail(error)
    })
  })
}
