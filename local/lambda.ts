import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { type Environment, startEnvironment } from './environment.ts'
import { FunctionFailed, type Invocation, type LambdaSettings, type OnLog } from './invocation.ts'
import { type StreamedAnswer, streamedAnswer } from './streamed-answer.ts'

export type LambdaEvents = {
  onLog: OnLog
  /** An invocation is over, well or not: it may have written something. */
  finished?: () => void
}

export type Lambda = {
  functionName: string
  /** The handler's answer as it comes out of JSON; throws `FunctionFailed` when the function does or cannot. */
  invoke(event: unknown): Promise<unknown>
  stop(): Promise<void>
}

/** Can also be asked for its answer as it is made, if it streams: from its beginning on; a later failure is its body's. */
export type StreamingLambda = Lambda & { stream(event: unknown): Promise<StreamedAnswer> }

/** As many at once as Lambda would run, within what a laptop can bear; more wait their turn. */
const MOST_ENVIRONMENTS = 10
const IDLE_MS = 5 * 60_000

/**
 * A function as Lambda runs it: an environment takes one invocation at a time and is used again; another one starts
 * when all are taken; idle ones end. Who waits gets the first that is free.
 */
export function lambda(settings: LambdaSettings, { onLog, finished }: LambdaEvents, idleMs = IDLE_MS): StreamingLambda {
  const environments = new Set<Environment>()
  const waiting: Invocation[] = []

  function assign(): void {
    for (const environment of environments) {
      if (environment.state !== 'free') continue
      const next = waiting.shift()
      if (!next) return
      environment.run(next)
    }
    const starting = [...environments].filter(({ state }) => state === 'starting').length
    const wanted = Math.min(waiting.length - starting, MOST_ENVIRONMENTS - environments.size)
    for (let i = 0; i < wanted; i++) start()
  }

  function start(): void {
    const environment = startEnvironment(settings, onLog, {
      idleMs,
      free: assign,
      ended(beforeFirst) {
        environments.delete(environment)
        // One that cannot start fails one invocation, as in the cloud: it would never start for the next one either.
        if (beforeFirst) waiting.shift()?.reject(beforeFirst)
        assign()
      },
    })
    environments.add(environment)
  }

  function invoke(event: unknown, port?: MessagePort): Promise<unknown> {
    const answer = new Promise((resolve, reject) => {
      waiting.push({ event, port, resolve, reject })
      assign()
    })
    return finished ? answer.finally(finished) : answer
  }

  return {
    functionName: settings.functionName,
    invoke: (event) => invoke(event),
    stream(event) {
      const { port1, port2 } = new MessageChannel()
      return streamedAnswer(port1, invoke(event, port2))
    },
    async stop() {
      for (const { reject } of waiting.splice(0)) reject(new FunctionFailed('Stopped', 'The product is stopping.'))
      await Promise.all([...environments].map((environment) => environment.stop()))
    },
  }
}
