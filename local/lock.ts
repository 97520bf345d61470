import { createHash } from 'node:crypto'
import { rmSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

export type Lock = Pick<Server, 'close'>

/**
 * One process a folder: it listens on a socket named after it, which ends with the process however that dies.
 * Undefined when another one has it.
 */
export async function lockOn(folder: string): Promise<Lock | undefined> {
  const name = `benchmate-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`
  const socket = process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`)
  for (let attempt = 0; attempt < 2; attempt++) {
    const server = await listening(socket)
    if (server) return server.unref()
    if (await answers(socket)) break
    rmSync(socket, { force: true }) // left behind by a killed process
  }
  return undefined
}

/** Waits until the others are done. */
export async function turnOn(folder: string): Promise<Lock> {
  for (;;) {
    const lock = await lockOn(folder)
    if (lock) return lock
    await pause(100)
  }
}

const listening = (socket: string): Promise<Server | undefined> =>
  new Promise((done) => {
    const server = createServer((connection) => connection.destroy())
    server.on('error', () => done(undefined)).listen(socket, () => done(server))
  })

const answers = (socket: string): Promise<boolean> =>
  new Promise((done) => {
    const connection = connect(socket, () => done(true)).on('error', () => done(false))
    connection.on('connect', () => connection.destroy())
  })
