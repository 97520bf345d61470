import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mulberry32 } from '../../bench/random.ts'
import { DATABASES } from '../../local/database.ts'
import { checkSeats } from '../../shared/events/check.ts'
import { anEvent } from '../support/events.ts'
import { badDay, type FaultProxy, faultsBefore } from '../support/faults.ts'
import { aSeatCrowd } from '../support/seat-crowd.ts'
import { emptyStores } from '../support/stores.ts'

/** Many who want the seats of one event at the same moment. */

describe('on a bad day, with conflicts, throttling and lost answers', () => {
  const [PEOPLE, SEATS] = [150, 15]
  let stores: Awaited<ReturnType<typeof emptyStores>>
  let proxy: FaultProxy
  const random = mulberry32(3)
  beforeAll(async () => {
    const kind = DATABASES.find((each) => each.available())
    if (!kind) throw new Error('No database runs on this computer.')
    stores = await emptyStores(kind)
    proxy = await faultsBefore(stores.endpoint, badDay(60, random))
  })
  afterAll(async () => {
    await proxy.stop()
    await stores.stop()
  })

  it('no seat is given twice, nobody is registered twice, none is stranded, and the line keeps its order', async () => {
    const event = anEvent({ capacity: SEATS }, new Date())
    const crowd = await aSeatCrowd({
      endpoint: proxy.endpoint,
      tableName: stores.tableName,
      event,
      people: PEOPLE,
      random,
    })
    const { comers } = await crowd.rush()
    crowd.close()

    expect(crowd.tried.mostTaken).toBe(SEATS)
    // What fails is the database, never our own code.
    expect([...crowd.errors]).not.toContain('Error')
    expect([...crowd.errors]).not.toContain('TypeError')
    expect(await crowd.wrong()).toEqual([])
    expect(await checkSeats(stores)(event.id)).toMatchObject({ registered: PEOPLE, wrong: [], settled: true })
    expect(new Set(comers.map(({ registrationId }) => registrationId)).size).toBe(PEOPLE)
    const all = await crowd.all()
    const gone = all.filter(({ status }) => status === 'cancelled')
    expect(gone).toHaveLength(PEOPLE / 2)

    // Whoever waits came after all whom the line has served.
    const waiting = all.filter(({ status }) => status === 'waitlisted').map(({ waitNumber = 0 }) => waitNumber)
    const asked = all.filter(({ status }) => status === 'offered').map(({ waitNumber = 0 }) => waitNumber)
    expect(asked.length).toBeGreaterThan(0)
    expect(Math.max(...asked)).toBeLessThan(Math.min(...waiting))
    // Of all that was done, each person had one mail.
    const moves = all.flatMap(({ id, history }) => history.map(({ move }) => ({ id, move })))
    const kinds = { take: 'seat-confirmed', queue: 'in-line', offer: 'seat-offered' } as const
    for (const [move, kind] of Object.entries(kinds)) {
      const [{ id } = { id: '' }] = moves.filter((each) => each.move === move)
      expect(
        (await stores.mails.to(id)).filter((mail) => mail.kind === kind),
        move,
      ).toHaveLength(1)
    }
    expect([...proxy.injected.keys()].toSorted()).toEqual(expect.arrayContaining(['drop the answer', 'none']))
  }, 180_000)
})
