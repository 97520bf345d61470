import { describe, expect, it } from 'vitest'
import { mulberry32 } from '../../bench/random.ts'
import { LAPSES_AFTER, type Plan, sharedTurns } from '../../shared/mail/turns.ts'
import { Stale } from '../../shared/store/write.ts'
import { NOW } from '../support/profiles.ts'
import { mostInASecond, virtualTime } from '../support/virtual-time.ts'

type Setup = { perSecond: number; senders: number; mails: number; seed: number; mailTakes: [number, number] }

/** Senders that have so many mails between them; gives when each mail was started, in ms, and what the pacing cost. */
async function started({ perSecond, senders, mails, seed, mailTakes: [least, most] }: Setup) {
  const time = virtualTime(NOW)
  const random = mulberry32(seed)
  const between = (from: number, to: number) => time.pause(from + random() * (to - from))
  let plan: Plan = { freeFrom: 0, version: 0 }
  let [writes, conflicts, left] = [0, 0, mails]
  const shared = {
    async read() {
      await between(1, 8)
      return plan
    },
    async save(next: Plan) {
      await between(1, 8)
      writes++
      if (next.version !== plan.version) {
        conflicts++
        throw new Stale()
      }
      plan = { ...next, version: next.version + 1 }
      await between(0, 5)
    },
  }
  const times: number[] = []
  const lane = async (turns: ReturnType<typeof sharedTurns>) => {
    while (left-- > 0) {
      await turns.next(left + 1)
      times.push(time.clock().getTime() - NOW.getTime())
      await between(least, most)
    }
  }
  const all = Array.from({ length: senders }, () => {
    const turns = sharedTurns({ plan: shared, perSecond, random, ...time })
    return Array.from({ length: turns.lanes }, () => lane(turns))
  })
  await time.passUntil(Promise.all(all.flat()))
  return { times, writes, conflicts }
}

const figures: string[] = []

describe('turns to send that all senders share', () => {
  it.each([
    { perSecond: 1, senders: 4, mails: 20 },
    { perSecond: 14, senders: 1, mails: 300 },
    { perSecond: 14, senders: 4, mails: 300 },
    { perSecond: 14, senders: 12, mails: 300 },
    { perSecond: 200, senders: 4, mails: 2000 },
    { perSecond: 500, senders: 10, mails: 5000 },
  ])('$senders senders start no more than $perSecond a second', async ({ perSecond, senders, mails }) => {
    for (const seed of [1, 2, 3]) {
      const { times, writes, conflicts } = await started({ perSecond, senders, mails, seed, mailTakes: [20, 120] })
      expect(times).toHaveLength(mails)
      const most = mostInASecond(times)
      const seconds = Math.max(...times) / 1000
      const rate = mails / seconds
      figures.push(
        `${perSecond}/s, ${senders} senders: ${rate.toFixed(1)}/s, at most ${most}; ${writes} writes, ${conflicts} in vain`,
      )
      expect(rate).toBeGreaterThan(0.8 * perSecond)
      expect(most).toBeLessThanOrEqual(perSecond * (1 + LAPSES_AFTER / 1000) + 1)
    }
    console.log(figures.splice(0).join('\n'))
  })

  it('are had with a table that takes longer than a turn lasts', async () => {
    const time = virtualTime(NOW)
    let plan: Plan = { freeFrom: 0, version: 0 }
    let saves = 0
    const shared = {
      async read() {
        await time.pause(3 * LAPSES_AFTER)
        return plan
      },
      async save(next: Plan) {
        await time.pause(4 * LAPSES_AFTER)
        plan = { ...next, version: next.version + 1 }
        saves++
      },
    }
    const turns = sharedTurns({ plan: shared, perSecond: 14, random: () => 0.5, ...time })
    const work = async () => {
      for (let n = 0; n < 14; n++) await turns.next(14 - n)
    }
    await time.passUntil(work())
    expect(saves).toBeLessThan(6)
  })

  it('a sender that was held up does not catch up', async () => {
    const time = virtualTime(NOW)
    let plan: Plan = { freeFrom: 0, version: 0 }
    const shared = {
      read: async () => plan,
      save: async (next: Plan) => {
        plan = { ...next, version: next.version + 1 }
      },
    }
    const turns = sharedTurns({ plan: shared, perSecond: 14, random: () => 0.5, ...time })
    const times: number[] = []
    const work = async () => {
      for (let n = 0; n < 7; n++) {
        await turns.next(7 - n)
        times.push(time.clock().getTime() - NOW.getTime())
        if (n === 0) await time.pause(3000)
      }
    }
    await time.passUntil(work())
    expect(times.map(Math.round)).toEqual([0, 3000, 3071, 3143, 3214, 3286, 3357])
  })
})
