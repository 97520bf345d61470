import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as z from 'zod'
import { readStored } from '../../cli/read-stored.ts'
import { startDatabase } from '../../local/database.ts'
import { tableBehind } from '../support/stored.ts'
import { aFolder, aWorld, type World } from '../support/world.ts'

/** A draft as organizers get it: with its proof, and published only with it. */

let world: World
let table: ReturnType<typeof tableBehind>
let stop: () => Promise<void>
let roundId: string

beforeAll(async () => {
  const database = await startDatabase(undefined)
  world = await aWorld({ port: 4660, dynamodbEndpoint: database.endpoint })
  table = tableBehind(database.endpoint)
  stop = async () => {
    await world.stop()
    table.close()
    await database.stop()
  }
  await Promise.all([
    world.joins({ role: 'mentor', email: 'mentor@example.org', capacity: 1 }),
    world.joins({ email: 'one@example.org' }),
    world.joins({ email: 'other@example.org' }),
  ])
  const { body } = await world.asOrganizer('POST', '/rounds', { publish: false })
  roundId = z.object({ roundId: z.string() }).parse(body).roundId
  await world.roundIs(roundId, 'drafted')
})
afterAll(() => stop())

it('the proof of a draft is what `npm run match` takes, and tells nobody’s name or address', async () => {
  const { status, text, body } = await world.asOrganizer('GET', `/rounds/${roundId}/proof`)
  expect(status).toBe(200)
  const file = join(aFolder(), 'stored.json')
  writeFileSync(file, text)
  const { placed, pairs, unplaced, certificate } = readStored(file)
  expect({ placed, pairs: pairs.length, unplaced: unplaced.length }).toEqual({ placed: 1, pairs: 1, unplaced: 1 })
  expect([certificate.prices.length, certificate.surpluses.length]).toEqual([1, 2])
  expect(body).toMatchObject({ optimal: true, input: { people: 3 }, settings: { rules: {}, weights: {} } })
  expect(text).not.toMatch(/@|Sam|Rivera/)
})

it('a round that is not there has no proof', async () => {
  expect(await world.asOrganizer('GET', '/rounds/never/proof')).toMatchObject({ status: 404 })
})

it('only organizers get it', async () => {
  expect((await world.call('GET', `/api/organizer/rounds/${roundId}/proof`)).status).toBe(401)
})

it('a draft that nobody checked is not published, whoever asks', async () => {
  const Stored = z.looseObject({ sk: z.string(), summary: z.looseObject({ optimal: z.boolean().optional() }) })
  const draft = (await table.everything())
    .map((item) => Stored.safeParse(item).data)
    .find((item) => item?.sk === 'round')
  if (!draft) throw new Error('There is no draft.')
  const { optimal, ...summary } = draft.summary
  expect(optimal).toBe(true)
  await table.put({ ...draft, summary })
  const { status, text } = await world.asOrganizer('POST', `/rounds/${roundId}/publish`)
  expect(status).toBe(409)
  expect(text).toContain('Nobody has checked')
  expect((await world.inboxOf('one@example.org')).filter(({ subject }) => /mentor/i.test(subject))).toEqual([])

  await table.put(draft)
  expect(await world.asOrganizer('POST', `/rounds/${roundId}/publish`)).toMatchObject({ status: 202 })
  await world.roundIs(roundId, 'published')
})
