import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Database, startDatabase } from '../../local/database.ts'
import { badDay, type FaultProxy, faultsBefore, randomFrom } from '../support/faults.ts'
import { aWorld, eventually, type World } from '../support/world.ts'
import { allMatches, expectSeatsToAddUp, introductionsTo } from './invariants.ts'

let database: Database
let proxy: FaultProxy
let world: World

beforeAll(async () => {
  database = await startDatabase(undefined)
  proxy = await faultsBefore(database.endpoint, badDay(12, randomFrom(7)))
  world = await aWorld({ port: 4300, dynamodbEndpoint: proxy.endpoint })
})
afterAll(async () => {
  await world.stop()
  await proxy.stop()
  await database.stop()
})

it('throttling, conflicts and lost answers of the database change nothing', async () => {
  const mentors = Array.from({ length: 6 }, (_, n) => ({
    role: 'mentor' as const,
    email: `m${n}@example.org`,
    capacity: (n % 3) + 1,
  }))
  const mentees = Array.from({ length: 15 }, (_, n) => ({ email: `e${n}@example.org` }))
  await Promise.all([...mentors, ...mentees].map((form) => world.joins(form)))

  const round = await world.roundRuns()
  expect(round.summary).toMatchObject({ placed: 12, unplaced: 3 })
  const open = await expectSeatsToAddUp(world)
  expect(open).toHaveLength(12)

  await eventually(
    'both introductions of each match arrive',
    async () =>
      [...introductionsTo(await world.letters()).values()].reduce((sum, n) => sum + n, 0) >= 24 ? true : undefined,
    100,
  )
  const introductions = introductionsTo(await world.letters())
  expect(Math.max(...introductions.values())).toBeLessThanOrEqual(3)
  expect((await allMatches(world)).filter(({ status }) => status === 'drafted')).toEqual([])

  const kinds = [...proxy.injected.keys()]
  expect(kinds).toContain('drop the answer')
  expect(kinds).toContain('DynamoDB_20120810.TransactWriteItems 400')
}, 180_000)
