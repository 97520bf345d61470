import { describe, expect, it } from 'vitest'
import { patiently, queueUp } from '../../shared/events/crowd.ts'
import { wishStore } from '../../shared/store/wishes.ts'
import { Stale } from '../../shared/store/write.ts'
import { memoryTable } from '../support/memory-table.ts'
import { NOW } from '../support/profiles.ts'

/** A clock that goes on as somebody waits. */
function aClock() {
  let now = NOW.getTime()
  const waits: number[] = []
  return {
    waits,
    clock: () => new Date(now),
    async pause(milliseconds: number) {
      waits.push(milliseconds)
      now += milliseconds
    },
    random: () => 0.5,
  }
}

describe('who loses against others', () => {
  const losing = (times: number) => async () => {
    if (times-- > 0) throw new Stale()
    return 'won'
  }

  it('waits longer each time, and tries again', async () => {
    const time = aClock()
    expect(await patiently(time)(losing(3))).toBe('won')
    expect(time.waits).toEqual([25, 50, 100])
  })

  it('hears after a while that it is too busy', async () => {
    await expect(patiently(aClock())(losing(1000))).rejects.toMatchObject({ status: 503, more: { retryAfter: 5 } })
  })

  it('hears at once of what is no matter of waiting', async () => {
    const time = aClock()
    await expect(patiently(time)(() => Promise.reject(new Error('other')))).rejects.toThrow('other')
    expect(time.waits).toEqual([])
  })
})

describe('in the queue', () => {
  const wanted = (registrationId: string) =>
    ({ kind: 'give-up', eventId: 'event', registrationId, by: 'attendee' }) as const

  function aQueue(grants = () => Promise.resolve()) {
    const table = memoryTable()
    const [wishes, time, granted] = [wishStore(table), aClock(), [] as string[][]]
    let secrets = 0
    const enter = queueUp({
      table,
      wishes,
      newSecret: () => `s${secrets++}`,
      ...time,
      async grant(some) {
        await grants()
        granted.push(some.flatMap((wish) => (wish.kind === 'give-up' ? [wish.registrationId] : [])))
        await table.transact(some.map(wishes.removing))
      },
    })
    const waits = async (registrationId: string, at: Date) => {
      const wish = { ...wanted(registrationId), id: `${at.toISOString()}#z`, at: at.toISOString() }
      await table.transact([wishes.adding(wish)])
      return wish
    }
    return { table, wishes, time, granted, enter, waits }
  }

  it('the first grants the wishes of all, in their order', async () => {
    const { enter, waits, granted, wishes } = aQueue()
    for (let nth = 1; nth <= 20; nth++) await waits(`later ${nth}`, new Date(NOW.getTime() + nth))
    await enter(wanted('mine'))
    expect(granted.flat()).toEqual(['mine', ...Array.from({ length: 20 }, (_, n) => `later ${n + 1}`)])
    expect(Math.max(...granted.map((some) => some.length))).toBe(14)
    expect(await wishes.first('event', 1)).toEqual([])
  })

  it('the second steps in for a first who has died, and nobody is forgotten', async () => {
    const { enter, waits, granted, time } = aQueue()
    await waits('dead', new Date(NOW.getTime() - 1))
    await enter(wanted('mine'))
    expect(granted).toEqual([['dead', 'mine']])
    expect(time.clock().getTime() - NOW.getTime()).toBeGreaterThanOrEqual(2500)
  })

  it('another one steps in when several have died', async () => {
    const { enter, waits, granted, time } = aQueue()
    for (let nth = 1; nth <= 5; nth++) await waits(`dead ${nth}`, new Date(NOW.getTime() - 10 + nth))
    await enter(wanted('mine'))
    expect(granted).toEqual([['dead 1', 'dead 2', 'dead 3', 'dead 4', 'dead 5', 'mine']])
    expect(time.clock().getTime() - NOW.getTime()).toBeGreaterThanOrEqual(12_500)
  })

  it('the forgotten stop nobody, however many they are', async () => {
    const { enter, waits, granted, time } = aQueue()
    for (let nth = 1; nth <= 20; nth++) await waits(`dead ${nth}`, new Date(NOW.getTime() - 40_000 + nth))
    await enter(wanted('mine'))
    expect(granted.map((some) => some.length)).toEqual([14, 7])
    expect(granted.flat().at(-1)).toBe('mine')
    expect(time.waits).toEqual([])
  })

  it('the first takes the wish back when the seats never hold still, and is told to come again', async () => {
    const { enter, wishes, time } = aQueue(() => Promise.reject(new Stale()))
    await expect(enter(wanted('mine'))).rejects.toMatchObject({ status: 503 })
    expect(time.clock().getTime() - NOW.getTime()).toBeLessThan(29_000)
    expect(await wishes.first('event', 9)).toEqual([])
  })

  it('an answer that is lost when the wish is written down makes no difference', async () => {
    const { enter, granted, table } = aQueue()
    const write = table.write
    table.write = async (wish) => {
      table.write = write
      await write(wish)
      await write(wish)
    }
    await enter(wanted('mine'))
    expect(granted).toEqual([['mine']])
  })
})
