import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { listen } from '../../local/port.ts'

const PROGRAM = join(import.meta.dirname, '../../local/start.ts')

/** Runs `npm start` until it ends by itself. */
function starts(env: Record<string, string>) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM], {
    env: { PATH: process.env.PATH, ...env },
    encoding: 'utf8',
    timeout: 30_000,
  })
  return { status, stdout, stderr }
}

test('a port that is taken is said in one sentence, before anything is touched', async () => {
  const server = createServer()
  const port = await listen(server, 0)
  onTestFinished(() => void server.close())
  const DATA_DIR = join(tmpdir(), `benchmate-never-made-${process.pid}`)
  expect(starts({ PORT: String(port), DATA_DIR })).toEqual({
    status: 1,
    stdout: '',
    stderr: `Port ${port} is already in use. Stop what listens there, or choose another one with PORT=….\n`,
  })
  expect(existsSync(DATA_DIR)).toBe(false)
})

test('a port that is none is named', () => {
  expect(starts({ PORT: 'http' })).toMatchObject({ status: 1, stderr: expect.stringContaining('PORT') })
})
