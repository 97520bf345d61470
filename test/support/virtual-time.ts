import { setImmediate as otherWork } from 'node:timers/promises'

/** A clock that jumps to the next moment for which somebody waits, as soon as there is nothing else to do. */
export function virtualTime(start: Date) {
  let now = start.getTime()
  const waiting: { at: number; wake: () => void }[] = []

  return {
    clock: () => new Date(now),

    pause: (milliseconds: number): Promise<void> =>
      new Promise((wake) => waiting.push({ at: now + Math.max(0, milliseconds), wake })),

    /** Lets time pass until the work is done. */
    async passUntil(work: Promise<unknown>): Promise<void> {
      let over = false
      const end = work.finally(() => {
        over = true
      })
      for (await otherWork(); !over; await otherWork()) {
        const at = Math.min(...waiting.map((each) => each.at))
        const next = waiting.findIndex((each) => each.at === at)
        const [sleeper] = next < 0 ? [] : waiting.splice(next, 1)
        if (!sleeper) break
        now = Math.max(now, at)
        sleeper.wake()
      }
      await end
    },
  }
}

/** The most of these moments, in milliseconds, that fall into any second. */
export function mostInASecond(moments: readonly number[]): number {
  const sorted = moments.toSorted((a, b) => a - b)
  let [most, first] = [0, 0]
  for (const [last, at] of sorted.entries()) {
    while ((sorted[first] ?? at) <= at - 1000) first++
    most = Math.max(most, last - first + 1)
  }
  return most
}
