import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type * as z from 'zod'
import { CannotStart } from './cannot-start.ts'
import { lockOn } from './lock.ts'

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
  const lock = await lockOn(root)
  if (!lock)
    throw new CannotStart(`Another copy is running on ${root}. Stop it, or choose another folder with DATA_DIR=….`)
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
