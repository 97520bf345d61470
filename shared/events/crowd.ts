import { isForgotten, type Wanted, type Wish, wishId } from '../domain/wish.ts'
import { busy } from '../errors.ts'
import type { Table } from '../store/client.ts'
import type { WishStore } from '../store/wishes.ts'
import { Contended, Stale } from '../store/write.ts'

/** Repeats a change of an event's seats while others change them; 503 when that takes too long. */
export type Patiently = <T>(change: () => Promise<T>) => Promise<T>

/** Time and chance. */
export type Time = {
  clock: () => Date
  pause: (milliseconds: number) => Promise<void>
  random: () => number
}

/** What a request may take; API Gateway waits for 30 s. */
const PATIENCE_MS = 22_000
const LONGEST_WAIT_MS = 1000

/** Waits with full jitter between attempts: 50, 100, 200 … ms at most. */
export const patiently =
  ({ clock, pause, random }: Time): Patiently =>
  async (change) => {
    const latest = clock().getTime() + PATIENCE_MS
    for (let tries = 0; ; tries++) {
      try {
        return await change()
      } catch (error) {
        if (!isLost(error)) throw error
      }
      const wait = random() * Math.min(LONGEST_WAIT_MS, 50 * 2 ** tries)
      if (clock().getTime() + wait > latest) throw busy(5)
      await pause(wait)
    }
  }

/** Somebody else was faster. */
export const isLost = (error: unknown): boolean => error instanceof Stale || error instanceof Contended

type Deps = Time & {
  table: Pick<Table, 'write'>
  wishes: Pick<WishStore, 'adding' | 'removing' | 'first'>
  /** Grants these wishes in one transaction; throws `Stale` when somebody else was faster. */
  grant: (wishes: readonly Wish[]) => Promise<void>
  newSecret: () => string
}

const MOST_AT_ONCE = 14
/** Whoever grants wishes goes on for so long, while there are any. */
const GRANTING_MS = 4000
const FIRST_LOOK_MS = 200
const LONGEST_LOOK_MS = 3000
/**
 * The first in the queue grants the wishes of all. Should that one die, the second steps in after so long, the third after
 * twice as long, and so on; the dead do not count any more once they are forgotten, however many they are.
 */
const STUCK_AFTER_MS = 2500
const MAY_STEP_IN = 8

/**
 * Everybody who wants a seat of one event writes the same item, and of those who read the same version one wins. With
 * thousands at once, nearly all attempts would be in vain. So who comes while there is a crowd writes down a wish, and
 * the first in the queue grants wishes for all, several in one transaction (flat combining: Hendler, Incze, Shavit and
 * Tzafrir, SPAA 2010). One writer at a time has no rivals.
 *
 * Comes back when the wish is no longer in the queue; 503 when that takes too long, and then the wish is taken back.
 */
export const queueUp =
  ({ table, wishes, grant, newSecret, clock, pause, random }: Deps) =>
  async (wanted: Wanted): Promise<void> => {
    const began = clock()
    const wish: Wish = { ...wanted, id: wishId(began, newSecret()), at: began.toISOString() }
    // Nobody else has its id: if it is there already, only an answer was lost.
    await table.write(wishes.adding(wish)).catch(unlessLost)
    let seen = { head: '', since: 0 }
    for (let looks = 0; ; looks++) {
      const ahead = await wishes.first(wish.eventId, MAY_STEP_IN)
      const [head, at] = [ahead[0]?.id, clock()]
      const now = at.getTime()
      if (!head || head > wish.id) return
      if (head !== seen.head) seen = { head, since: now }
      const alive = ahead.filter((each) => !isForgotten(each, at))
      const place = alive.length === 0 ? 0 : alive.findIndex(({ id }) => id === wish.id)
      const stepsIn = place >= 0 && now - seen.since >= place * STUCK_AFTER_MS
      const wait = stepsIn ? 0 : (0.5 + random() / 2) * Math.min(LONGEST_LOOK_MS, FIRST_LOOK_MS * 2 ** looks)
      if (now + wait > began.getTime() + PATIENCE_MS) return giveUp(wish)
      if (stepsIn) {
        await grantAll(wish.eventId)
        seen = { head: '', since: 0 }
      } else await pause(wait)
    }

    async function grantAll(eventId: string): Promise<void> {
      const until = clock().getTime() + GRANTING_MS
      do {
        const some = await wishes.first(eventId, MOST_AT_ONCE)
        if (some.length === 0) return
        try {
          await grant(some)
        } catch (error) {
          if (!isLost(error)) throw error
          await pause(random() * 20)
        }
      } while (clock().getTime() < until)
    }

    /** A wish that nobody waits for would hold up the queue. If it was granted meanwhile, all is well. */
    async function giveUp(unheard: Wish): Promise<void> {
      try {
        await table.write(wishes.removing(unheard))
      } catch (error) {
        return unlessLost(error)
      }
      throw busy(5)
    }
  }

function unlessLost(error: unknown): void {
  if (!isLost(error)) throw error
}
