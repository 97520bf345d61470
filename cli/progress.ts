import type { WriteStream } from 'node:tty'

/** Says on a terminal what is being done, says nothing in a pipe, and knows in the end how long each phase took (ms). */
export function progress(stream: WriteStream) {
  const timings: Record<string, number> = {}
  const start = performance.now()
  let phase: string | undefined
  let since = start
  const leave = () => {
    const now = performance.now()
    if (phase !== undefined) timings[phase] = Math.round((timings[phase] ?? 0) + now - since)
    since = now
  }
  return {
    enter: (next: string): void => {
      leave()
      phase = next
      if (stream.isTTY) stream.write(`\r\u001b[2K${Math.round((since - start) / 1000)} s  ${next}`)
    },
    done: (): Record<string, number> => {
      leave()
      if (stream.isTTY) stream.write('\r\u001b[2K')
      return { ...timings, total: Math.round(since - start) }
    },
  }
}
