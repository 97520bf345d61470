import { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import type { MessagePort } from 'node:worker_threads'

/**
 * What Lambda's own runtime gives to functions that stream: a global `awslambda`, and the stream that the answer is
 * written to. It loads nothing, since every function's worker has it.
 */

type Handler = (event: unknown, stream: Writable, context: object) => unknown
type Metadata = Record<string, unknown>

/** What goes through the port; each piece is asked for, so that a slow reader slows the function down. */
export type Sent = { head: Metadata } | { piece: Uint8Array } | { end: true }

export class ResponseStream extends Writable {
  head: Metadata = { statusCode: 200, headers: { 'content-type': 'application/octet-stream' } }
  private begun = false
  private readonly port: MessagePort

  constructor(port: MessagePort) {
    super()
    this.port = port
  }

  override _write(piece: Buffer, _: string, done: () => void): void {
    this.begin()
    this.port.once('message', () => done())
    this.send({ piece })
  }

  override _final(done: () => void): void {
    this.begin()
    this.send({ end: true })
    done()
  }

  /** What was ended is over when all of it is out. */
  async settled(): Promise<void> {
    if (this.writableEnded) await finished(this)
  }

  private begin(): void {
    if (!this.begun) this.send({ head: this.head })
    this.begun = true
  }

  private send(sent: Sent): void {
    this.port.postMessage(sent)
  }
}

/** The status and headers go before the first byte, as in the cloud. */
const HttpResponseStream = {
  from(stream: Writable, metadata: Metadata): Writable {
    if (stream instanceof ResponseStream) stream.head = metadata
    return stream
  },
}

export const awslambda = { streamifyResponse: (handler: Handler) => handler, HttpResponseStream }
