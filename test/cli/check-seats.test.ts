import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as z from 'zod'
import { AWS_ENVIRONMENT } from '../../local/credentials.ts'
import { DATABASES } from '../../local/database.ts'
import { anEvent } from '../support/events.ts'
import { NOW } from '../support/profiles.ts'
import { aSeatRoom } from '../support/seat-room.ts'
import { emptyStores } from '../support/stores.ts'

let stores: Awaited<ReturnType<typeof emptyStores>>
beforeAll(async () => {
  const kind = DATABASES.find((each) => each.available())
  if (!kind) throw new Error('No database runs on this computer.')
  stores = await emptyStores(kind)
})
afterAll(() => stores.stop())

const Ended = z.object({ code: z.number().default(0), stdout: z.string() })

async function checks() {
  const where = { TABLE_NAME: stores.tableName, AWS_ENDPOINT_URL_DYNAMODB: stores.endpoint }
  const env = { ...process.env, ...AWS_ENVIRONMENT, ...where }
  const ended = await promisify(execFile)(process.execPath, ['cli/check-seats.ts'], { env }).catch(
    (error: unknown) => error,
  )
  const { code, stdout } = Ended.parse(ended)
  return { code, lines: stdout.trim().split('\n') }
}

it('says for each event whether its seats add up, and fails when one’s do not', async () => {
  const [good, bad] = [
    await aSeatRoom(stores.table, anEvent({ id: 'a' })),
    await aSeatRoom(stores.table, anEvent({ id: 'b' })),
  ]
  for (const room of [good, bad]) for (const nth of [1, 2]) await room.comes(nth, NOW)
  expect(await checks()).toEqual({
    code: 0,
    lines: ['a: 2 registrations, all seats there', 'b: 2 registrations, all seats there', '2 events, 0 of them wrong.'],
  })
  const { seats } = await bad.room()
  await stores.table.transact([bad.events.changingSeats({ ...seats, confirmed: 1 })])
  const { code, lines } = await checks()
  expect(code).toBe(1)
  expect(lines).toEqual([
    'a: 2 registrations, all seats there',
    'b: confirmed is 1, but 2 registrations are; confirmed + held + seatsLeft is 9, but capacity is 10',
    '2 events, 1 of them wrong.',
  ])
})
