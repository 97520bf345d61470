import type { WriteStream } from 'node:tty'

const WIDTH = 24
/** A terminal need not hear more often (ms). */
const PAUSE = 100

/**
 * A bar on a terminal: the phase, how much of it is done where that is known, and the time so far. Says nothing in a
 * pipe, and knows in the end how long each phase took (ms).
 */
export function progress(stream: Pick<WriteStream, 'write' | 'isTTY'>) {
  const timings: Record<string, number> = {}
  const start = performance.now()
  let phase: string | undefined
  let since = start
  let drawn = 0

  const leave = () => {
    const now = performance.now()
    if (phase !== undefined) timings[phase] = Math.round((timings[phase] ?? 0) + now - since)
    since = now
  }
  const draw = (done: number) => {
    if (!stream.isTTY) return
    drawn = performance.now()
    const full = Math.round(WIDTH * Math.min(1, done))
    const bar = `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)}`
    const percent = done > 0 ? ` ${Math.floor(100 * Math.min(1, done))} %` : ''
    stream.write(`\r\u001b[2K${bar} ${phase}${percent}, ${Math.round((drawn - start) / 1000)} s`)
  }
  return {
    enter: (next: string): void => {
      leave()
      phase = next
      draw(0)
    },
    /** How much of this phase is done, 0 to 1. */
    reach: (done: number): void => {
      if (performance.now() - drawn > PAUSE) draw(done)
    },
    done: (): Record<string, number> => {
      leave()
      phase = undefined
      if (stream.isTTY) stream.write('\r\u001b[2K')
      return { ...timings, total: Math.round(since - start) }
    },
  }
}
