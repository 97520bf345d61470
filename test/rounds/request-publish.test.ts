import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Round } from '../../shared/domain/round.ts'
import { aDraftingRoom, type DraftingRoom } from '../support/drafting-room.ts'
import { NOW } from '../support/profiles.ts'

process.env.TABLE_NAME = 'not used here'
const { requestPublish } = await import('../../functions/request-publish.ts')

/** Several act on one draft at the same time. */

let room: DraftingRoom
beforeAll(async () => {
  room = await aDraftingRoom()
})
afterAll(() => room.stop())
beforeEach(() => room.isTidied())

describe('a wish to publish', () => {
  const wishes = ({ id }: Round, rounds = room.rounds) =>
    requestPublish({ ...room, rounds })({ path: { roundId: id }, who: room.who }, NOW)
  /** Something happens after the round was read, and before it is written. */
  const interrupted = (happens: () => Promise<unknown>) => ({
    ...room.rounds,
    async lease() {
      const once = happens
      happens = async () => {}
      await once()
      return room.rounds.lease()
    },
  })

  it('that two have in the same moment is one wish', async () => {
    const round = await room.drafts()
    expect(
      await wishes(
        round,
        interrupted(() => wishes(round)),
      ),
    ).toMatchObject({ status: 202 })
    expect(await room.stored(round.id)).toMatchObject({ version: round.version + 1, publish: true })
  })

  it('is about the draft as it is, also when somebody changes it in that moment', async () => {
    const round = await room.drafts()
    const changing = () => room.table.transact([room.rounds.changing({ ...round, summary: undefined })])
    await expect(wishes(round, interrupted(changing))).rejects.toThrow('checked')
    const other = await room.drafts()
    const touching = () => room.table.transact([room.rounds.changing(other)])
    expect(await wishes(other, interrupted(touching))).toMatchObject({ status: 202 })
  })
})
