import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import type { LambdaSettings } from './invocation.ts'
import { awslambda, ResponseStream } from './response-stream.ts'

/**
 * Runs inside a worker thread: loads the function's bundle and calls its handler, one event after the other. Loads
 * nothing else, not even zod: that would take as long as the bundle. What arrives here comes from environment.ts.
 */

/** `port`: where the answer is streamed to. */
type Message = { event: string; requestId: string; deadline: number; port?: MessagePort }

Object.assign(globalThis, { awslambda })
const { functionName, folder, handler, memory }: LambdaSettings = workerData
const [file = '', name = ''] = handler.split('.')
const bundle = readdirSync(folder).find((each) => each === `${file}.mjs` || each === `${file}.js`)
if (!bundle) throw new Error(`Cannot find module '${file}' of ${functionName}`)
const exported: unknown = (await import(pathToFileURL(join(folder, bundle)).href))[name]
if (typeof exported !== 'function') throw new Error(`${handler} of ${functionName} is undefined or not exported`)

parentPort?.on('message', async ({ event, requestId, deadline, port }: Message) => {
  const context = {
    awsRequestId: requestId,
    functionName,
    functionVersion: '$LATEST',
    memoryLimitInMB: String(memory),
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  }
  try {
    const stream = port && new ResponseStream(port)
    const answer: unknown = await exported(JSON.parse(event), ...(stream ? [stream] : []), context)
    await stream?.settled()
    parentPort?.postMessage({ answer: JSON.stringify(answer) })
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
    console.error(JSON.stringify({ errorType: name, errorMessage: message, stackTrace: stack?.split('\n').slice(1) }))
    parentPort?.postMessage({ error: { name, message } })
  } finally {
    port?.close()
  }
})
parentPort?.postMessage({ ready: true })
