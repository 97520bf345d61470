import { createHash } from 'node:crypto'
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import type * as z from 'zod'
import { CannotStart } from './cannot-start.ts'

/** The folder that survives a restart. With `:memory:` nothing does; the same calls then keep things in memory. */
export type DataDir = {
  /** Its path; undefined in memory. */
  folder: string | undefined
  read<T>(name: string, schema: z.ZodType<T>): T | undefined
  /** Replaces the whole file at once: a kill leaves the old one or the new one. */
  write(name: string, value: unknown): void
  /** One more line at the end. */
  append(name: string, value: unknown): void
  /** The lines that parse; a kill can cut the last one short. */
  lines<T>(name: string, schema: z.ZodType<T>): T[]
  remove(name: string): void
  close(): void
}

export async function openDataDir(path: string): Promise<DataDir> {
  if (path === ':memory:') return inMemory()
  const root = resolve(path)
  mkdirSync(root, { recursive: true })
  const lock = await lockFor(root)
  const file = (name: string) => {
    const full = join(root, name)
    mkdirSync(dirname(full), { recursive: true })
    return full
  }
  const text = (name: string) => (existsSync(file(name)) ? readFileSync(file(name), 'utf8') : undefined)
  return {
    folder: root,
    read: (name, schema) => parse(text(name), schema),
    write(name, value) {
      writeFileSync(file(`${name}.new`), JSON.stringify(value))
      renameSync(file(`${name}.new`), file(name))
    },
    append: (name, value) => appendFileSync(file(name), `${JSON.stringify(value)}\n`),
    lines: (name, schema) => (text(name) ?? '').split('\n').flatMap((line) => parse(line, schema) ?? []),
    remove: (name) => rmSync(file(name), { force: true }),
    close: () => lock.close(),
  }
}

function inMemory(): DataDir {
  const values = new Map<string, string>()
  return {
    folder: undefined,
    read: (name, schema) => parse(values.get(name), schema),
    write: (name, value) => void values.set(name, JSON.stringify(value)),
    append: () => {},
    lines: () => [],
    remove: (name) => void values.delete(name),
    close: () => {},
  }
}

function parse<T>(text: string | undefined, schema: z.ZodType<T>): T | undefined {
  if (!text) return undefined
  try {
    return schema.parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

/** One process a folder: it listens on a socket named after it, which ends with the process however that dies. */
async function lockFor(root: string): Promise<Server> {
  const name = `benchmate-${createHash('sha256').update(root).digest('hex').slice(0, 16)}`
  const socket = process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : join(tmpdir(), `${name}.sock`)
  for (let attempt = 0; attempt < 2; attempt++) {
    const server = await listening(socket)
    if (server) return server.unref()
    if (await answers(socket)) break
    rmSync(socket, { force: true }) // left behind by a killed process
  }
  throw new CannotStart(`Another copy is running on ${root}. Stop it, or choose another folder with DATA_DIR=….`)
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
