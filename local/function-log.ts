import type { DataDir } from './data-dir.ts'
import type { OnLog } from './invocation.ts'

/**
 * Where the functions' lines go: all of them to a file for each function and to whoever asked, and what stands on
 * their error output to the terminal too.
 */
export function functionLog(dataDir: DataDir, log: (line: string) => void, onLog: OnLog | undefined): OnLog {
  return (line) => {
    dataDir.append(`logs/${line.functionName}.log`, { time: new Date().toISOString(), line: line.text })
    if (line.bad) log(`[${line.functionName}] ${line.text}`)
    onLog?.(line)
  }
}
