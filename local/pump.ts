import { setTimeout as pause } from 'node:timers/promises'
import * as z from 'zod'
import { type Delivery, deliver } from './batch.ts'
import type { Filter } from './filter.ts'
import type { Position, StreamRecord, StreamSource } from './stream-source.ts'

/** How far a mapping has come: the last record of each shard that is being read, and shards that are done with. */
export const Checkpoint = z.object({ at: z.record(z.string(), z.string()), finished: z.array(z.string()) })
export type Checkpoint = z.output<typeof Checkpoint>

export type PumpSettings = Omit<Delivery, 'done' | 'backOff'> & {
  source: StreamSource
  filter: Filter
  batchSize: number
  /** Where to begin when there is no checkpoint. */
  from: 'beginning' | 'end'
  checkpoint: Checkpoint | undefined
  save(checkpoint: Checkpoint): void
  log(line: string): void
}

export type Pump = {
  /** Something may have been written: look now. */
  wake(): void
  stop(): Promise<void>
}

const SHORTEST_PAUSE_MS = 20
/** Only what no function of ours wrote has to wait this long. */
const LONGEST_PAUSE_MS = 500
const LONGEST_BACK_OFF_MS = 5000

/**
 * Reads a stream for one event-source mapping and delivers what its filter lets through. Each record is delivered at
 * least once, in the order of its shard; a shard is read when its parent is finished.
 */
export function startPump(settings: PumpSettings): Pump {
  const { source, filter, batchSize, from, save, log } = settings
  const checkpoint: Checkpoint = settings.checkpoint ?? { at: {}, finished: [] }
  const iterators = new Map<string, string>()
  const stopping = new AbortController()
  const { signal } = stopping
  let known = false
  let bell = new AbortController()

  /** Starts on shards that have become readable, and forgets finished ones that the stream no longer lists. */
  async function openShards(): Promise<void> {
    const shards = await source.shards()
    const listed = new Set(shards.map(({ id }) => id))
    checkpoint.finished = checkpoint.finished.filter((id) => listed.has(id))
    for (const { id, parent } of shards) {
      const waits = parent !== undefined && listed.has(parent) && !checkpoint.finished.includes(parent)
      if (waits || iterators.has(id) || checkpoint.finished.includes(id)) continue
      const after = checkpoint.at[id]
      const first: Position = known || parent || settings.checkpoint ? 'beginning' : from
      iterators.set(id, await source.iterator(id, after ? { after } : first))
    }
    known = shards.length > 0
  }

  async function readShard(id: string, iterator: string): Promise<number> {
    const { records, next } = await source.read(iterator)
    const passed = records.filter(filter)
    for (let start = 0; start < passed.length; start += batchSize) {
      await deliver(passed.slice(start, start + batchSize), {
        ...settings,
        done: (record) => reached(id, record),
        giveUp(batch, error) {
          signal.throwIfAborted() // it failed because we stop: it will be delivered after the next start
          settings.giveUp(batch, error)
        },
        backOff: (attempt) => pause(Math.min(LONGEST_BACK_OFF_MS, 100 * 2 ** attempt), undefined, { signal }),
      })
    }
    const last = records.at(-1)
    if (last && last !== passed.at(-1)) reached(id, last)
    if (next) iterators.set(id, next)
    else finish(id)
    return records.length
  }

  function reached(id: string, record: StreamRecord): void {
    checkpoint.at[id] = record.dynamodb.SequenceNumber
    save(checkpoint)
  }

  function finish(id: string): void {
    iterators.delete(id)
    delete checkpoint.at[id]
    checkpoint.finished.push(id)
    known = false
    save(checkpoint)
  }

  async function run(): Promise<void> {
    let idle = SHORTEST_PAUSE_MS
    let troubles = 0
    while (!signal.aborted) {
      bell = new AbortController()
      try {
        if (!known) await openShards()
        const counts = await Promise.all([...iterators].map(([id, iterator]) => readShard(id, iterator)))
        troubles = 0
        if (counts.some((count) => count > 0)) {
          idle = SHORTEST_PAUSE_MS
          continue
        }
      } catch (error) {
        if (signal.aborted) return
        // An iterator may be too old, or the database busy: begin again from the checkpoint.
        iterators.clear()
        known = false
        if (++troubles > 3) log(`Reading the table's stream fails: ${error instanceof Error ? error.name : error}`)
      }
      const quiet = await pause(idle, true, { signal: bell.signal }).catch(() => false)
      idle = quiet ? Math.min(LONGEST_PAUSE_MS, idle * 2) : SHORTEST_PAUSE_MS
      // Many wake-ups at once are one look.
      if (!quiet) await pause(SHORTEST_PAUSE_MS / 2)
    }
  }

  const running = run()
  return {
    wake: () => bell.abort(),
    async stop() {
      stopping.abort()
      bell.abort()
      await running
    },
  }
}
