import { once } from 'node:events'
import { createServer, type Server } from 'node:net'
import * as z from 'zod'
import { CannotStart } from './cannot-start.ts'

/** Everything listens here alone: what runs on a laptop is nobody else's business. */
export const LOOPBACK = '127.0.0.1'

/** Starts to listen; port 0 takes a free one. Returns the port. */
export async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, LOOPBACK)
  await once(server, 'listening')
  return z.object({ port: z.int() }).parse(server.address()).port
}

export async function freePort(): Promise<number> {
  const server = createServer()
  const port = await listen(server, 0)
  await new Promise((closed) => server.close(closed))
  return port
}

/** Throws a sentence when something listens on that port. */
export async function mustBeFree(port: number, setting: string): Promise<void> {
  const server = createServer()
  try {
    await listen(server, port)
  } catch (error) {
    const { code } = z.object({ code: z.string().optional() }).parse(error)
    const why = code === 'EADDRINUSE' ? 'is already in use' : `cannot be used (${code})`
    throw new CannotStart(`Port ${port} ${why}. Stop what listens there, or choose another one with ${setting}=….`)
  }
  await new Promise((closed) => server.close(closed))
}
