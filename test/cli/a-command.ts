import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Person } from '../../shared/matching/person.ts'

type Ended = { code: number | null; out: string; err: string }

const cli = join(import.meta.dirname, '../../cli')

/** Runs a command of `cli/` to its end, as npm does. */
export async function run(command: 'match' | 'people', ...words: string[]): Promise<Ended> {
  const child = spawn(process.execPath, [join(cli, `${command}.ts`), ...words], { stdio: ['ignore', 'pipe', 'pipe'] })
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code, out, err }
}

/** Runs it in a shell, e.g. in front of `| head -c 10`. */
export async function shell(line: string): Promise<Ended> {
  const child = spawn('bash', ['-o', 'pipefail', '-c', line], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE: process.execPath, CLI: cli },
  })
  const [out, err, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')])
  return { code, out, err }
}

/** A folder of its own for each test file; it goes away with the machine's other temporary files. */
export function aFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'benchmate-cli-'))
  const path = (name: string) => join(folder, name)
  return {
    path,
    /** Writes a file and answers its path. */
    file: (name: string, content: string | Uint8Array): string => {
      writeFileSync(path(name), content)
      return path(name)
    },
  }
}

export const ndjson = (people: readonly unknown[]): string => people.map((one) => `${JSON.stringify(one)}\n`).join('')

const COLUMNS = [
  ...['id', 'role', 'email', 'state', 'timeZone', 'employer', 'setting', 'departments', 'topics', 'credentials'],
  ...[
    'pursuing',
    'yearsOfExperience',
    'shift',
    'availability',
    'meeting',
    'languages',
    'structure',
    'feedback',
    'pace',
  ],
  ...['avoidSameEmployer', 'capacity', 'roundsWaited', 'past', 'blocked', 'pin'],
]

/** As a spreadsheet program saves it: a byte order mark, lines that end in CR LF, quotes where they are needed. */
export function csv(people: readonly Person[]): string {
  const cell = (value: unknown): string => {
    const words = Array.isArray(value) ? value.join(';') : String(value ?? '')
    return /[",\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words
  }
  const rows = people.map((person) => {
    const fields: Record<string, unknown> = { ...person, ...person.style }
    return COLUMNS.map((name) => cell(fields[name])).join(',')
  })
  return `\uFEFF${[COLUMNS.join(','), ...rows].join('\r\n')}\r\n`
}
