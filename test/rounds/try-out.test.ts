import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Round } from '../../shared/domain/round.ts'
import { tryOut } from '../../shared/rounds/try-out.ts'
import { aDraftingRoom, type DraftingRoom, pin } from '../support/drafting-room.ts'
import { NOW } from '../support/profiles.ts'
import { tableBehind } from '../support/stored.ts'

/** What other weights, rules and pairs would change in a draft. */

let room: DraftingRoom
let behind: ReturnType<typeof tableBehind>
beforeAll(async () => {
  room = await aDraftingRoom()
  behind = tableBehind(room.endpoint)
})
afterAll(async () => {
  behind.close()
  await room.stop()
})
beforeEach(() => room.isTidied())

describe('trying out', () => {
  const tries = (round: Round, body: Parameters<ReturnType<typeof tryOut>>[0]['body'] = {}, changes = {}) =>
    tryOut({ ...room, ...changes })({ path: { roundId: round.id }, body }, NOW)

  it('tells who would move, by name, and changes nothing', async () => {
    const round = await room.drafts()
    const [usual, before] = [await room.pairsOf(round), await behind.everything()]
    expect(await tries(round)).toMatchObject({ unchanged: 2, moved: 0, moves: [], optimal: true })

    const other = usual.second ?? ''
    const answer = await tries(round, { pins: [pin('first', other)] })
    expect(answer).toMatchObject({ unchanged: 0, moved: 2, before: { placed: 2 }, after: { placed: 2 } })
    expect(answer.moves.find(({ menteeId }) => menteeId === 'first')).toEqual({
      menteeId: 'first',
      mentee: { firstName: 'Sam', lastName: 'Árbol' },
      from: { mentorId: usual.first, score: expect.any(Number), mentor: { firstName: 'Sam', lastName: 'Rivera' } },
      to: { mentorId: other, score: expect.any(Number), mentor: { firstName: 'Sam', lastName: 'Rivera' } },
    })

    const apart = await tries(round, { never: [pin('first', usual.first ?? '')] })
    expect(apart.moves.map(({ menteeId }) => menteeId).toSorted()).toEqual(['first', 'second'])
    expect(await behind.everything()).toEqual(before)
  })

  it('tells what the draft then comes to', async () => {
    const round = await room.drafts()
    const body = { rules: { minimumExperienceGap: 9 }, pins: [] }
    const told = await tries(round, body)
    const next = await room.drafts({ ...body, from: round.id })
    expect(next.summary).toMatchObject(JSON.parse(JSON.stringify(told.after)))
    expect(told).toMatchObject({ moved: 2, after: { placed: 1, unplaced: 1 } })
    expect(told.moves.map(({ menteeId, to }) => [menteeId, to?.mentorId])).toEqual([
      ['second', undefined],
      ['first', 'near'],
    ])
  })

  it('is refused for what is no draft, for more people than there is time for, and for what is not possible', async () => {
    const round = await room.drafts()
    const poolSize = async () => 10_001
    const crowded = tries(round, {}, { profiles: { ...room.profiles, poolSize } })
    await expect(crowded).rejects.toMatchObject({ status: 409, message: expect.stringMatching(/^10,001 people wait/) })
    const both = { pins: [pin('first', 'near')], never: [pin('first', 'near')] }
    await expect(tries(round, both)).rejects.toMatchObject({ status: 400, errors: [{ path: 'pins.0' }] })
    await expect(tries(round, { never: [pin('nobody', 'near')] })).rejects.toMatchObject({
      errors: [{ path: 'never.0' }],
    })
    await room.table.transact([room.rounds.changing({ ...round, status: 'published' })])
    await expect(tries(round)).rejects.toMatchObject({ status: 409 })
  })
})
