import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import * as z from 'zod'

/** Runs inside a worker thread: loads the function's bundle and calls its handler, one event after the other. */

const Settings = z.object({ functionName: z.string(), folder: z.string(), handler: z.string(), memory: z.number() })
const Message = z.object({ event: z.string(), requestId: z.string(), deadline: z.number() })

const { functionName, folder, handler, memory } = Settings.parse(workerData)
const [file = '', name = ''] = handler.split('.')
const bundle = readdirSync(folder).find((each) => each === `${file}.mjs` || each === `${file}.js`)
if (!bundle) throw new Error(`Cannot find module '${file}' of ${functionName}`)
const exported: unknown = (await import(pathToFileURL(join(folder, bundle)).href))[name]
if (typeof exported !== 'function') throw new Error(`${handler} of ${functionName} is undefined or not exported`)

parentPort?.on('message', async (data) => {
  const { event, requestId, deadline } = Message.parse(data)
  const context = {
    awsRequestId: requestId,
    functionName,
    functionVersion: '$LATEST',
    memoryLimitInMB: String(memory),
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - Date.now()),
  }
  try {
    parentPort?.postMessage({ answer: JSON.stringify(await exported(JSON.parse(event), context)) })
  } catch (error) {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
    console.error(JSON.stringify({ errorType: name, errorMessage: message, stackTrace: stack?.split('\n').slice(1) }))
    parentPort?.postMessage({ error: { name, message } })
  }
})
parentPort?.postMessage({ ready: true })
