import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/**
 * `sh` stays between us and the program: it holds the other end of a pipe, and when that closes, because we stopped or
 * because we were killed with no chance to clean up, it ends the program.
 */
const WATCH = 'exec 3<&0; "$@" 3<&- </dev/null & pid=$!; (cat <&3; kill -9 $pid) >/dev/null 2>&1 & wait $pid'

export type Child = { stop(): Promise<void>; readonly ended: boolean; output(): string }

/** Starts a program that dies with this process, however this process dies. */
export function startChild(program: string, args: string[], cwd?: string): Child {
  const windows = process.platform === 'win32'
  const child: ChildProcess = windows
    ? spawn(program, args, { cwd, stdio: ['pipe', 'pipe', 'pipe'] })
    : // In a group of its own: Ctrl-C in the terminal reaches us alone, and we stop it when its users have stopped.
      spawn('sh', ['-c', WATCH, 'sh', program, ...args], { cwd, stdio: ['pipe', 'pipe', 'pipe'], detached: true })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      output = (output + chunk).slice(-4000)
    })
  }
  let ended = false
  const exit = once(child, 'exit').catch((error) => {
    output += String(error)
  })
  exit.then(() => {
    ended = true
    child.stdin?.destroy()
  })
  return {
    output: () => output,
    get ended() {
      return ended
    },
    async stop() {
      if (windows) child.kill()
      child.stdin?.destroy()
      await exit
    },
  }
}
