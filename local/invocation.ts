import type { MessagePort } from 'node:worker_threads'

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

/** One line that a function wrote, or that is about it. `bad`: on its error output. */
export type OnLog = (line: { functionName: string; text: string; bad: boolean }) => void

/** `name` is the error's type as Lambda reports it, e.g. `TypeError` or `Sandbox.Timedout`. */
export class FunctionFailed extends Error {
  constructor(name: string, message: string) {
    super(message)
    this.name = name
  }
}

export type Invocation = {
  event: unknown
  /** Where a function that streams sends its answer, piece by piece. */
  port?: MessagePort | undefined
  resolve(answer: unknown): void
  reject(error: Error): void
}
