import type { PhaseReport } from '../domain/report.ts'

/** Tells how long each phase took, and the most memory the process had at its ends; a phase may come back. */
export function stopwatch(clock: () => Date) {
  const phases = new Map<string, PhaseReport>()
  let phase: string | undefined
  let since = clock().getTime()

  function leave(): void {
    const now = clock().getTime()
    const { ms = 0, megabytes = 0 } = phases.get(phase ?? '') ?? {}
    const used = Math.round(process.memoryUsage.rss() / 2 ** 20)
    if (phase !== undefined) phases.set(phase, { phase, ms: ms + now - since, megabytes: Math.max(megabytes, used) })
    since = now
  }

  return {
    enter(next: string): void {
      if (next === phase) return
      leave()
      phase = next
    },
    /** In the order in which they came. */
    done(): PhaseReport[] {
      leave()
      phase = undefined
      return [...phases.values()]
    },
  }
}
