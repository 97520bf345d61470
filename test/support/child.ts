import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** The product in a process of its own, to be killed. */
export type Child = { kill(): Promise<void>; interrupt(): Promise<number | null>; output(): string; pid: number }

export async function startInChild(env: Record<string, string>): Promise<Child> {
  const child: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, '../../local/start.ts')], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const exit = once(child, 'exit')
  await new Promise<void>((ready, failed) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        output += chunk
        if (output.includes('Benchmate is ready on')) ready()
      })
    }
    exit.then(() => failed(new Error(`It did not start: ${output}`)), failed)
  })
  return {
    pid: child.pid ?? 0,
    output: () => output,
    async kill() {
      child.kill('SIGKILL')
      await exit
    },
    async interrupt() {
      child.kill('SIGINT')
      const [code] = await exit
      return code
    },
  }
}
