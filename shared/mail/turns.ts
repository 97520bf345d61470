import { Stale } from '../store/write.ts'

/** Who sends waits for a turn first; all senders together get so many a second. */
export type Turns = {
  /** So many mails can be under way at once in one sender. */
  lanes: number
  /** Waits for a turn. `wanted`: how many more the caller will probably ask for, this one included. */
  next(wanted: number): Promise<void>
}

type Deps = {
  /** What all senders share: when the next turn is to be had, as milliseconds; saving it fails when another was faster. */
  plan: { read(): Promise<Plan>; save(plan: Plan): Promise<void> }
  perSecond: number
  clock: () => Date
  pause: (milliseconds: number) => Promise<void>
  random: () => number
}

export type Plan = { freeFrom: number; version: number }

/** A turn that is not taken within so many milliseconds lapses, so that late ones do not add up to a burst. */
export const LAPSES_AFTER = 100
const MOST_TRIES = 20
/** A computer so slow that turn after turn lapses takes one all the same. */
const MOST_LAPSES = 5
/** To reserve takes a moment, in milliseconds: the first turn comes after it. Remembered from the last time, within bounds. */
const LONGEST_LEAD = 1000
const MAILS_A_LANE = 50
/** What a mail takes when SES is slow, in milliseconds: claim it, send it, mark it. */
const A_MAIL_TAKES = 100

/**
 * A leaky bucket that is shared through one item: turns lie 1/`perSecond` apart, and a sender reserves several of them
 * with one conditional write, so that pacing costs one write for several mails. (The generic cell rate algorithm of
 * ITU-T I.371, with the theoretical arrival time in the item.)
 *
 * As each turn is handed out once and lapses, all senders together start at most `perSecond` × 1.1 + 1 mails in any
 * second, however many they are; clocks that differ add their difference.
 */
export function sharedTurns({ plan, perSecond, clock, pause, random }: Deps): Turns {
  const apart = 1000 / perSecond
  const lanes = Math.max(2, Math.ceil(perSecond / MAILS_A_LANE))
  // Turns that lie so close that a sender could not take them in time would only be lost to the others.
  const keepsUp = lanes * apart >= A_MAIL_TAKES
  const mostAtOnce = keepsUp ? Math.max(1, Math.floor(perSecond / 2)) : 2 * lanes
  let ours: number[] = []
  let lead = 0
  let line: Promise<unknown> = Promise.resolve()

  async function reserve(wanted: number): Promise<void> {
    const count = Math.min(wanted, mostAtOnce)
    for (let tries = 1; ; tries++) {
      const known = await plan.read()
      const now = clock().getTime()
      const first = Math.max(now + lead, known.freeFrom)
      try {
        await plan.save({ ...known, freeFrom: first + count * apart })
        lead = Math.min(LONGEST_LEAD, clock().getTime() - now)
        ours = Array.from({ length: count }, (_, n) => first + n * apart)
        return
      } catch (error) {
        if (!(error instanceof Stale) || tries === MOST_TRIES) throw error
        await pause(random() * Math.min(500, 10 * 2 ** tries))
      }
    }
  }

  async function take(wanted: number): Promise<void> {
    for (let reserved = 0; ; ) {
      const turn = ours.shift()
      if (turn === undefined) {
        await reserve(wanted)
        reserved++
        continue
      }
      const early = turn - clock().getTime()
      if (early > 0) await pause(early)
      if (clock().getTime() <= turn + LAPSES_AFTER || reserved > MOST_LAPSES) return
    }
  }

  return {
    lanes,
    next(wanted) {
      const turn = line.then(() => take(wanted))
      line = turn.catch(() => undefined)
      return turn
    },
  }
}
