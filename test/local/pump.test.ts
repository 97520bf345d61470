import { expect, test, vi } from 'vitest'
import * as z from 'zod'
import { type Checkpoint, type Pump, type PumpSettings, startPump } from '../../local/pump.ts'
import type { Shard, StreamRecord, StreamSource } from '../../local/stream-source.ts'

const Numbered = z.object({ dynamodb: z.object({ SequenceNumber: z.string() }) })

type FakeShard = Shard & { numbers: number[]; open?: boolean }

/** A stream with records of these numbers. An iterator is `<shard>:<index>`. */
function aStream(shards: FakeShard[]): StreamSource {
  const shard = (id: string | undefined) => {
    const found = shards.find((each) => each.id === id)
    if (!found) throw new Error(`no shard ${id}`)
    return found
  }
  return {
    shards: async () => shards,
    async iterator(id, position) {
      const { numbers } = shard(id)
      if (position === 'beginning') return `${id}:0`
      return `${id}:${position === 'end' ? numbers.length : numbers.indexOf(Number(position.after)) + 1}`
    },
    async read(iterator) {
      const [id, index] = iterator.split(':')
      const { numbers, open } = shard(id)
      const records = numbers
        .slice(Number(index))
        .map((n): StreamRecord => ({ dynamodb: { SequenceNumber: String(n) } }))
      return { records, next: open ? `${id}:${numbers.length}` : undefined }
    },
  }
}

function aPump(source: StreamSource, settings: Partial<PumpSettings> = {}) {
  const delivered: number[] = []
  const saved: Checkpoint[] = []
  const pump = startPump({
    source,
    filter: () => true,
    batchSize: 2,
    from: 'beginning',
    bisects: false,
    reportsFailures: false,
    retries: -1,
    checkpoint: undefined,
    save: (checkpoint) => void saved.push(structuredClone(checkpoint)),
    invoke: async (records) => {
      delivered.push(...records.map(({ dynamodb }) => Number(dynamodb.SequenceNumber)))
    },
    giveUp: () => {},
    log: () => {},
    ...settings,
  })
  return { pump, delivered, last: () => saved.at(-1) }
}

async function until(pump: Pump, condition: () => void) {
  await vi.waitFor(condition, { interval: 5 })
  await pump.stop()
}

test('reads shards in the order of their descent, and remembers where it is', async () => {
  const shards = [
    { id: 'c', parent: 'b', numbers: [5], open: true },
    { id: 'b', parent: 'a', numbers: [3, 4] },
    { id: 'a', parent: 'trimmed', numbers: [1, 2] },
  ]
  const { pump, delivered, last } = aPump(aStream(shards))
  await until(pump, () => expect(last()).toEqual({ at: { c: '5' }, finished: ['a', 'b'] }))
  expect(delivered).toEqual([1, 2, 3, 4, 5])
})

test('goes on after its checkpoint', async () => {
  const shards = [
    { id: 'a', numbers: [1, 2] },
    { id: 'b', parent: 'a', numbers: [3, 4, 5], open: true },
  ]
  const { pump, delivered } = aPump(aStream(shards), { checkpoint: { at: { b: '4' }, finished: ['a'] } })
  await until(pump, () => expect(delivered).toEqual([5]))
})

test('delivers what comes later, and only that when the template says LATEST', async () => {
  const numbers = [1, 2]
  const { pump, delivered } = aPump(aStream([{ id: 'a', numbers, open: true }]), { from: 'end' })
  await vi.waitFor(() => {
    numbers.push(numbers.length + 1)
    pump.wake()
    expect(delivered.length).toBeGreaterThan(1)
  })
  await pump.stop()
  expect(delivered).not.toContain(1)
  expect(delivered).toEqual(delivered.toSorted((a, b) => a - b))
})

test('passes over what the filter holds back, and does not read it again', async () => {
  const even = (record: unknown) => Number(Numbered.parse(record).dynamodb.SequenceNumber) % 2 === 0
  const { pump, delivered, last } = aPump(aStream([{ id: 'a', numbers: [1, 2, 3, 4, 5], open: true }]), {
    filter: even,
  })
  await until(pump, () => expect(last()?.at).toEqual({ a: '5' }))
  expect(delivered).toEqual([2, 4])
})

test('begins again from its checkpoint when the stream cannot be read', async () => {
  const source = aStream([{ id: 'a', numbers: [1, 2, 3], open: true }])
  let reads = 0
  const read = (iterator: string) => {
    if (++reads % 2) throw new Error('ExpiredIteratorException')
    return source.read(iterator)
  }
  const { pump, delivered } = aPump({ ...source, read })
  await until(pump, () => expect(delivered).toEqual([1, 2, 3]))
})

test('stopping gives nothing up: what was being delivered comes again after the next start', async () => {
  const giveUp = vi.fn()
  const invoked = Promise.withResolvers<void>()
  const broken = Promise.withResolvers<void>()
  const invoke = () => {
    invoked.resolve()
    return broken.promise
  }
  const { pump, last } = aPump(aStream([{ id: 'a', numbers: [1], open: true }]), { retries: 0, giveUp, invoke })
  await invoked.promise
  const stopped = pump.stop()
  broken.reject(new Error('stopped'))
  await stopped
  expect(giveUp).not.toHaveBeenCalled()
  expect(last()).toBeUndefined()
})
