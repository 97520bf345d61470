import type { Table } from '../../shared/store/client.ts'
import { Contended, type Write } from '../../shared/store/write.ts'
import type { memoryTable } from './memory-table.ts'

type Time = { pause: (milliseconds: number) => Promise<void>; random: () => number }

const MOST_TRIES = 8

/**
 * A table that takes its time, and does to those who come at once what DynamoDB does and its stand-ins do not: a write
 * fails while another one is at the same item. On top of that, of each hundred writes one is throttled, one loses its
 * answer on the way and is sent again, and of each thousand one loses it for good. Reads take 2 to 6 ms, writes 10 to 25.
 */
export function contendedTable(memory: ReturnType<typeof memoryTable>, { pause, random }: Time) {
  const takes = (least: number, most: number) => pause(least + random() * (most - least))
  const held = new Set<string>()
  const counts = { trips: 0, conflicts: 0, throttled: 0, repeated: 0, answersLost: 0 }

  async function once(writes: readonly Write[]): Promise<void> {
    counts.trips++
    await takes(3, 8)
    const keys = writes.map((write) => ('put' in write ? write.put : write.remove)).map(({ pk, sk }) => `${pk} ${sk}`)
    if (keys.some((key) => held.has(key))) {
      counts.conflicts++
      throw new Contended()
    }
    for (const key of keys) held.add(key)
    try {
      await takes(5, 12)
      await memory.transact(writes)
    } finally {
      for (const key of keys) held.delete(key)
    }
    await takes(2, 5)
  }

  async function withFaults(writes: readonly Write[]): Promise<void> {
    const dice = random() * 1000
    if (dice < 10) {
      counts.throttled++
      counts.trips++
      await takes(50, 200)
    }
    await once(writes)
    if (dice > 999) {
      counts.answersLost++
      throw Object.assign(new Error('no answer'), { name: 'TimeoutError' })
    }
    if (dice > 990) {
      counts.repeated++
      counts.trips++
      await takes(1000, 1100)
    }
  }

  /** As the real one: tried again while others are at the same items. */
  async function transact(writes: readonly Write[], { tries = MOST_TRIES } = {}): Promise<void> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await withFaults(writes)
      } catch (error) {
        if (!(error instanceof Contended) || attempt === tries) throw error
        await pause(random() * Math.min(1000, 25 * 2 ** attempt))
      }
    }
  }

  async function read<T>(reading: () => Promise<T>): Promise<T> {
    counts.trips++
    await takes(2, 6)
    return reading()
  }

  const table: Table = {
    ...memory,
    transact,
    write: (write) => transact([write]),
    get: (key, schema) => read(() => memory.get(key, schema)),
    getMany: (keys, schema) => read(() => memory.getMany(keys, schema)),
    queryPage: (query, start) => read(() => memory.queryPage(query, start)),
    count: (query) => read(() => memory.count(query)),
  }
  return { table, counts }
}
