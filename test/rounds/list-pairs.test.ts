import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { listPairs } from '../../shared/rounds/list-pairs.ts'
import { aDraftingRoom, type DraftingRoom } from '../support/drafting-room.ts'

/** Organizers look through the pairs of a draft. */

let room: DraftingRoom
beforeAll(async () => {
  room = await aDraftingRoom()
})
afterAll(() => room.stop())
beforeEach(() => room.isTidied())

describe('the pairs of a draft', () => {
  const lists = (roundId: string, query: z.input<typeof Query> = {}) =>
    listPairs(room)({ path: { roundId }, query: Query.parse(query) })
  const Query = z.object({
    q: z.string().optional(),
    sort: z.enum(['score', '-score', 'mentee', 'mentor']).optional(),
    cursor: z.string().optional(),
  })

  it('come with names, in any order, and are found by them', async () => {
    const round = await room.drafts()
    const ids = async (query = {}) => (await lists(round.id, query)).body.items.map(({ menteeId }) => menteeId)
    expect(await ids()).toEqual(['first', 'second'])
    expect(await ids({ sort: 'mentee' })).toEqual(['first', 'second'])
    expect(await ids({ q: 'arbol' })).toEqual(['first'])
    expect(await ids({ q: 'rivera' })).toEqual(['first', 'second'])
    const { body } = await lists(round.id, { sort: '-score' })
    expect(body.items[0]).toMatchObject({ mentee: { firstName: 'Sam' }, mentor: { lastName: 'Rivera' } })
    expect(body.items.map(({ score }) => score)).toEqual(body.items.map(({ score }) => score).toSorted((a, b) => b - a))
  })

  it('come unsorted alone when they are too many', async () => {
    const round = await room.drafts()
    const summary = round.summary && { ...round.summary, placed: 5001 }
    await room.table.transact([room.rounds.changing({ ...round, summary })])
    await expect(lists(round.id, { sort: 'score' })).rejects.toMatchObject({ status: 409 })
    expect((await lists(round.id)).body.items).toHaveLength(2)
  })
})
