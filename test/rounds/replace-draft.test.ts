import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { aDraftingRoom, type DraftingRoom } from '../support/drafting-room.ts'

/** An organizer draws up a round anew. */

let room: DraftingRoom
beforeAll(async () => {
  room = await aDraftingRoom()
})
afterAll(() => room.stop())
beforeEach(() => room.isTidied())

describe('a round in place of a draft', () => {
  it.each([
    ['to be looked at', false, 'done'],
    ['to be published at once', true, 'publish-requested'],
  ])('%s takes it as soon as it is written, not before', async (_, publish, phase) => {
    const old = await room.drafts()
    const id = await room.starts({ from: old.id, publish })
    expect(await room.stored(old.id)).toEqual(old)
    await room.runs(id)
    expect(await room.stored(id)).toMatchObject({ status: 'drafted', replaces: old.id, progress: { phase } })
    expect(await room.stored(old.id)).toMatchObject({
      status: 'failed',
      failedBecause: 'A newer draft took its place.',
      progress: { phase: 'done' },
    })
  })

  it('takes it in the same transaction: stopped before, both are as they were', async () => {
    const old = await room.drafts()
    const id = await room.starts({ from: old.id })
    let last = 0
    const table = {
      ...room.table,
      async transact(writes: Parameters<typeof room.table.transact>[0]) {
        last = writes.length
        if (writes.length > 2) throw new Error('killed')
        await room.table.transact(writes)
      },
    }
    await expect(room.runs(id, { table })).rejects.toThrow('killed')
    expect(last).toBe(3)
    expect([await room.stored(old.id), (await room.stored(id)).status]).toEqual([old, 'running'])
    await room.runs(id)
    expect([(await room.stored(old.id)).status, (await room.stored(id)).status]).toEqual(['failed', 'drafted'])
  })

  it('takes it also when somebody changed it while that was written', async () => {
    const old = await room.drafts()
    const id = await room.starts({ from: old.id })
    let looks = 0
    const rounds = {
      ...room.rounds,
      async get(asked: string) {
        const round = await room.rounds.get(asked)
        if (asked === old.id && round && looks++ === 0) await room.table.transact([room.rounds.changing(round)])
        return round
      },
    }
    await room.runs(id, { rounds })
    expect([(await room.stored(old.id)).status, (await room.stored(id)).status]).toEqual(['failed', 'drafted'])
    expect(looks).toBeGreaterThan(1)
  })

  it('stands also when that was published meanwhile, which stays published', async () => {
    const old = await room.drafts()
    const id = await room.starts({ from: old.id })
    await room.table.transact([room.rounds.changing({ ...old, status: 'published' })])
    await room.runs(id)
    expect([(await room.stored(old.id)).status, (await room.stored(id)).status]).toEqual(['published', 'drafted'])
  })

  it('is refused when there is no such draft', async () => {
    await expect(room.starts({ from: 'never' })).rejects.toMatchObject({ status: 404 })
    const old = await room.drafts()
    await room.table.transact([room.rounds.changing({ ...old, status: 'published' })])
    await expect(room.starts({ from: old.id })).rejects.toMatchObject({ status: 409 })
  })
})
