import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/**
 * A proxy in front of a stand-in that makes it fail as the real service does: refusing, conflicting, and answering
 * nothing though the write was done.
 */

export type Fault = { status: number; headers?: Record<string, string>; body: string } | 'drop the answer' | undefined
export type FaultProxy = { endpoint: string; injected: Map<string, number>; stop(): Promise<void> }

export async function faultsBefore(target: string, choose: (operation: string) => Fault): Promise<FaultProxy> {
  const injected = new Map<string, number>()
  const server = createServer((incoming, outgoing) => void forward(incoming, outgoing))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo

  async function forward(incoming: IncomingMessage, outgoing: ServerResponse) {
    const chunks: Buffer[] = []
    for await (const chunk of incoming) chunks.push(chunk)
    const operation = String(incoming.headers['x-amz-target'] ?? incoming.url)
    const fault = choose(operation)
    const name = fault === undefined ? 'none' : typeof fault === 'string' ? fault : `${operation} ${fault.status}`
    injected.set(name, (injected.get(name) ?? 0) + 1)
    if (typeof fault === 'object') {
      outgoing.writeHead(fault.status, fault.headers).end(fault.body)
      return
    }
    const onward = request(
      `${target}${incoming.url}`,
      { method: incoming.method, headers: incoming.headers },
      (answer) => {
        if (fault === 'drop the answer') {
          answer.resume().on('end', () => incoming.socket.destroy())
          return
        }
        outgoing.writeHead(answer.statusCode ?? 500, answer.headers)
        answer.pipe(outgoing)
      },
    )
    onward.on('error', () => incoming.socket.destroy())
    onward.end(Buffer.concat(chunks))
  }

  return {
    endpoint: `http://127.0.0.1:${port}`,
    injected,
    async stop() {
      server.closeAllConnections()
      server.close()
    },
  }
}

const amazonJson = (type: string, extra = {}) => ({
  status: 400,
  headers: { 'content-type': 'application/x-amz-json-1.0' },
  body: JSON.stringify({ __type: `com.amazonaws.dynamodb.v20120810#${type}`, message: 'injected', ...extra }),
})

/** Another write is at work on the same item. */
export const conflict = (operation: string) =>
  operation.endsWith('TransactWriteItems')
    ? amazonJson('TransactionCanceledException', { CancellationReasons: [{ Code: 'TransactionConflict' }] })
    : amazonJson('TransactionConflictException')

/** What DynamoDB does on a bad day: each kind of fault for one call in `oneIn`. */
export function badDay(oneIn: number, random: () => number): (operation: string) => Fault {
  return (operation) => {
    // Streams are the pump's own affair; tables are made before the bad day begins.
    if (!operation.startsWith('DynamoDB_20120810.') || /Table|TimeToLive/.test(operation)) return undefined
    const dice = random() * oneIn
    if (dice < 1) return amazonJson('ProvisionedThroughputExceededException')
    if (dice < 2) return 'drop the answer'
    if (dice < 3 && /\.(PutItem|TransactWriteItems)$/.test(operation)) return conflict(operation)
    return undefined
  }
}
