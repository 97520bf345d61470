import { randomUUID } from 'node:crypto'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { Worker } from 'node:worker_threads'
import * as z from 'zod'
import { FunctionFailed, type Invocation, type LambdaSettings, type OnLog } from './invocation.ts'

/** One execution environment: a thread with the function's bundle in it, that takes one invocation at a time. */
export type Environment = {
  readonly state: 'starting' | 'free' | 'busy' | 'ended'
  run(invocation: Invocation): void
  stop(): Promise<void>
}

/** `ended` gets the reason when it ended before it could take anything. */
type Events = { idleMs: number; free(): void; ended(beforeFirst: FunctionFailed | undefined): void }

const Message = z.union([
  z.strictObject({ ready: z.literal(true) }),
  z.strictObject({ answer: z.string().optional() }),
  z.strictObject({ error: z.object({ name: z.string(), message: z.string() }) }),
])

/** Below this V8 cannot even load a bundle; Lambda's own smallest is 128 MB as well. */
const LEAST_MEMORY_MB = 128
const START_SECONDS = 30

export function startEnvironment(settings: LambdaSettings, onLog: OnLog, events: Events): Environment {
  const { functionName, memory, timeout, environment: env } = settings
  const log = (bad: boolean) => (text: string) => onLog({ functionName, text, bad })
  let state: Environment['state'] = 'starting'
  let current: Invocation | undefined
  let whyEnded: FunctionFailed | undefined
  let timer: NodeJS.Timeout | undefined

  const worker = new Worker(new URL('./lambda-worker.ts', import.meta.url), {
    workerData: settings,
    env,
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: Math.max(LEAST_MEMORY_MB, memory) },
  })
  eachLine(worker.stdout, log(false))
  eachLine(worker.stderr, log(true))

  function endAfter(ms: number, why?: FunctionFailed): void {
    clearTimeout(timer)
    timer = setTimeout(() => {
      whyEnded = why
      state = 'ended'
      worker.terminate()
    }, ms)
    timer.unref()
  }

  function becomeFree(): void {
    current = undefined
    state = 'free'
    endAfter(events.idleMs)
    events.free()
  }

  worker.on('message', (data) => {
    const message = Message.parse(data)
    if (state === 'ended') return
    if ('error' in message) {
      const { name, message: words } = message.error
      current?.reject(new FunctionFailed(name, words))
    } else if ('answer' in message) {
      current?.resolve(message.answer === undefined ? undefined : JSON.parse(message.answer))
    }
    becomeFree()
  })
  // An exception that nobody caught, in or after the handler, or no memory left.
  worker.on('error', (error) => {
    const { name, message } = error instanceof Error ? error : new Error(String(error))
    whyEnded ??= new FunctionFailed(name, message)
  })
  worker.on('exit', (status) => {
    clearTimeout(timer)
    const expected = state === 'ended' && !whyEnded
    const why = whyEnded ?? new FunctionFailed('Runtime.ExitError', `Runtime exited with error: exit status ${status}`)
    const beforeFirst = state === 'starting' ? why : undefined
    state = 'ended'
    if (!expected) log(true)(JSON.stringify({ errorType: why.name, errorMessage: why.message }))
    current?.reject(why)
    events.ended(beforeFirst)
  })
  endAfter(START_SECONDS * 1000, new FunctionFailed('Sandbox.Timedout', `Not ready after ${START_SECONDS} seconds`))

  return {
    get state() {
      return state
    },
    run(invocation) {
      state = 'busy'
      current = invocation
      const requestId = randomUUID()
      const words = `${requestId} Task timed out after ${timeout.toFixed(2)} seconds`
      endAfter(timeout * 1000, new FunctionFailed('Sandbox.Timedout', words))
      const { port } = invocation
      const deadline = Date.now() + timeout * 1000
      worker.postMessage({ event: JSON.stringify(invocation.event), requestId, deadline, port }, port ? [port] : [])
    },
    async stop() {
      state = 'ended'
      await worker.terminate()
    },
  }
}

function eachLine(stream: Readable, take: (line: string) => void): void {
  createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on('line', take)
}
