import type { WriteStream } from 'node:tty'
import type { PhaseReport } from '../shared/domain/report.ts'
import { stopwatch } from '../shared/rounds/stopwatch.ts'

const WIDTH = 24
/** A terminal need not hear more often (ms). */
const PAUSE = 100

/**
 * A bar on a terminal: the phase, how much of it is done where that is known, and the time so far. Says nothing in a
 * pipe, and knows in the end how long each phase took (ms).
 */
export function progress(stream: Pick<WriteStream, 'write' | 'isTTY'>) {
  const watch = stopwatch(() => new Date())
  const start = performance.now()
  let phase: string | undefined
  let drawn = 0

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
      watch.enter(next)
      phase = next
      draw(0)
    },
    /** How much of this phase is done, 0 to 1. */
    reach: (done: number): void => {
      if (performance.now() - drawn > PAUSE) draw(done)
    },
    /** What was done so far, with the memory that it took. */
    phases: (): PhaseReport[] => watch.done(),
    done: (): Record<string, number> => {
      const timings = Object.fromEntries(watch.done().map(({ phase, ms }) => [phase, ms]))
      if (stream.isTTY) stream.write('\r\u001b[2K')
      return { ...timings, total: Math.round(performance.now() - start) }
    },
  }
}

export type Bar = ReturnType<typeof progress>
