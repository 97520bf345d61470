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
        let next = 0
        for (let each = 1; each < waiting.length; each++) {
          if ((waiting[each]?.at ?? 0) < (waiting[next]?.at ?? 0)) next = each
        }
        const [sleeper] = waiting.splice(next, 1)
        if (!sleeper) break
        now = Math.max(now, sleeper.at)
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
