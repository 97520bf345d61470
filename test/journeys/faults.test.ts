import { afterAll, beforeAll, expect, it } from 'vitest'
import { mulberry32 } from '../../bench/random.ts'
import { type Database, startDatabase } from '../../local/database.ts'
import { matchId } from '../../shared/domain/match.ts'
import { openRound, roundIdAt } from '../../shared/domain/round.ts'
import { matchKey, roundKey } from '../../shared/store/table.ts'
import { badDay, type FaultProxy, faultsBefore } from '../support/faults.ts'
import { openPostOffice } from '../support/post-office.ts'
import { aMatch } from '../support/profiles.ts'
import { tableBehind } from '../support/stored.ts'
import { aWorld, eventually, type World } from '../support/world.ts'
import { allMatches, expectSeatsToAddUp, introductionsIn, introductionsOf } from './invariants.ts'

let database: Database
let databaseFaults: FaultProxy
let postOffice: Awaited<ReturnType<typeof openPostOffice>>
let mailFaults: FaultProxy
let table: ReturnType<typeof tableBehind>
let world: World
/** Claims and marks of mail then have no faults: a claim whose answer is lost holds a mail up for a minute or more. */
let mailIsSpared = true

beforeAll(async () => {
  ;[database, postOffice] = await Promise.all([startDatabase(undefined), openPostOffice()])
  const choose = badDay(12, mulberry32(7))
  databaseFaults = await faultsBefore(database.endpoint, (operation) =>
    mailIsSpared && operation.endsWith('.PutItem') ? undefined : choose(operation),
  )
  let sends = 0
  mailFaults = await faultsBefore(postOffice.endpoint, (path) =>
    path === '/' && ++sends % 20 === 0 && sends < 70 ? 'drop the answer' : undefined,
  )
  table = tableBehind(database.endpoint)
  const endpoints = { dynamodbEndpoint: databaseFaults.endpoint, sesEndpoint: mailFaults.endpoint }
  world = await aWorld({ port: 4300, ...endpoints })
})
afterAll(async () => {
  await world.stop()
  table.close()
  await Promise.all([databaseFaults.stop(), mailFaults.stop()])
  postOffice.close()
  await database.stop()
})

it('throttling, conflicts and lost answers change nothing', async () => {
  const mentors = Array.from({ length: 6 }, (_, n) => ({
    role: 'mentor' as const,
    email: `m${n}@example.org`,
    capacity: (n % 3) + 1,
  }))
  const mentees = Array.from({ length: 15 }, (_, n) => ({ email: `e${n}@example.org` }))
  await Promise.all([...mentors, ...mentees].map((form) => world.joins(form)))
  mailIsSpared = false

  const round = await world.roundRuns()
  expect(round.summary).toMatchObject({ placed: 12, unplaced: 3 })
  const open = await expectSeatsToAddUp(world)
  expect(open).toHaveLength(12)
  expect((await allMatches(world)).filter(({ status }) => status === 'drafted')).toEqual([])

  // A claim whose answer was lost runs out first: that is waited for. A mail whose answer was lost would wait a minute.
  const waiting = async () => (await table.everything()).filter(({ sk, dueShard }) => sk === 'mail' && dueShard)
  const looksUntil = (what: string, holds: (mails: Awaited<ReturnType<typeof waiting>>) => boolean) =>
    eventually(
      what,
      async () => {
        await world.minutePasses()
        return holds(await waiting()) || undefined
      },
      90,
    )
  await looksUntil('all mail was tried', (mails) => mails.every(({ attempts }) => attempts))
  mailIsSpared = true
  for (const mail of await waiting()) {
    if (mail.status === 'due') await table.put({ ...mail, dueAt: new Date().toISOString() })
  }
  await looksUntil('all mail is sent', (mails) => mails.length === 0)

  const letters = await world.letters()
  const introductions = introductionsIn(letters)
  expect([...introductions.keys()].toSorted()).toEqual(introductionsOf(open).toSorted())
  expect(introductions.size).toBe(24)

  // Twice is what was taken when its answer was lost, and nothing else.
  const lost = mailFaults.injected.get('drop the answer') ?? 0
  expect(lost).toBe(3)
  const [confirmations, welcomes, leftOut] = [21, 21, 3]
  expect(letters).toHaveLength(confirmations + welcomes + introductions.size + leftOut + lost)

  const kinds = [...databaseFaults.injected.keys()]
  expect(kinds).toContain('drop the answer')
  expect(kinds).toContain('DynamoDB_20120810.TransactWriteItems 400')
}, 240_000)

it('the draft of a round that failed goes', async () => {
  const began = new Date('2026-01-05T15:00:00.000Z')
  const round = openRound(roundIdAt(began, 'failing'), true, began)
  const roundItem = { ...roundKey(round.id), ...round, kindKey: 'round', listedAt: round.startedAt }
  const draft = aMatch({ id: matchId(round.id, 'mentee'), roundId: round.id })
  await table.put({ ...roundItem, status: 'published' })
  await table.put({ ...matchKey(round.id, draft.id), ...draft, kindKey: 'match', listedAt: draft.id })
  const drafted = async () => (await allMatches(world)).filter(({ status }) => status === 'drafted')
  expect(await drafted()).toMatchObject([{ matchId: draft.id }])

  await table.put({ ...roundItem, status: 'failed' })
  await eventually('the draft is gone', async () => (await drafted()).length === 0 || undefined)
})
