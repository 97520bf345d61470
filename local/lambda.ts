import { type Environment, startEnvironment } from './environment.ts'
import type { OnLog } from './functions.ts'

/** What a function is run with. `memory` in MB, `timeout` in seconds, as in the template. */
export type LambdaSettings = {
  functionName: string
  /** Where its bundle is. */
  folder: string
  /** File and export, e.g. `index.handler`. */
  handler: string
  memory: number
  timeout: number
  environment: Record<string, string>
}

export type Lambda = {
  functionName: string
  /** The handler's answer as it comes out of JSON; throws `FunctionFailed` when the function does or cannot. */
  invoke(event: unknown): Promise<unknown>
  stop(): Promise<void>
}

/** `name` is the error's type as Lambda reports it, e.g. `TypeError` or `Sandbox.Timedout`. */
export class FunctionFailed extends Error {
  constructor(name: string, message: string) {
    super(message)
    this.name = name
  }
}

export type Invocation = { event: unknown; resolve(answer: unknown): void; reject(error: Error): void }

/** As many at once as Lambda would run, within what a laptop can bear; more wait their turn. */
const MOST_ENVIRONMENTS = 10
const IDLE_MS = 5 * 60_000

/**
 * A function as Lambda runs it: an environment takes one invocation at a time and is used again; another one starts
 * when all are taken; idle ones end. Who waits gets the first that is free.
 */
export function lambda(settings: LambdaSettings, onLog: OnLog, idleMs = IDLE_MS): Lambda {
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

  return {
    functionName: settings.functionName,
    invoke(event) {
      return new Promise((resolve, reject) => {
        waiting.push({ event, resolve, reject })
        assign()
      })
    },
    async stop() {
      for (const { reject } of waiting.splice(0)) reject(new FunctionFailed('Stopped', 'The product is stopping.'))
      await Promise.all([...environments].map((environment) => environment.stop()))
    },
  }
}
