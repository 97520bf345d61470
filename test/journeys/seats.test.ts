import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { clientTo } from '../../local/credentials.ts'
import { type Database, startDatabase } from '../../local/database.ts'
import type { Event } from '../../shared/domain/event.ts'
import { checkSeats } from '../../shared/events/check.ts'
import { tableOf } from '../../shared/store/client.ts'
import { eventStore } from '../../shared/store/events.ts'
import { registrationStore } from '../../shared/store/registrations.ts'
import { anEvent, aRegistrationForm, inHours, seatsFor } from '../support/events.ts'
import { aWorld, eventually, type World } from '../support/world.ts'

/** People who want a seat, through the running product. */

let database: Database
let client: DynamoDBClient
let world: World
let stores: ReturnType<typeof storesOn>
const made: string[] = []

const storesOn = (tableName: string) => {
  const table = tableOf(tableName, client)
  return { table, events: eventStore(table), registrations: registrationStore(table) }
}

beforeAll(async () => {
  database = await startDatabase(undefined)
  client = new DynamoDBClient(clientTo(database.endpoint))
  world = await aWorld({ port: 4200, dynamodbEndpoint: database.endpoint })
  stores = storesOn((await client.send(new ListTablesCommand())).TableNames?.[0] ?? '')
})
afterAll(async () => {
  await world.stop()
  client.destroy()
  await database.stop()
})
afterEach(async () => {
  for (const eventId of made.splice(0)) expect(await checkSeats(stores)(eventId)).toMatchObject({ wrong: [] })
})

async function isOn(changes: Partial<Event> & { id: string }): Promise<string> {
  const event = anEvent(changes, new Date())
  await stores.table.transact([stores.events.adding(event), stores.events.addingSeats(seatsFor(event))])
  made.push(event.id)
  return event.id
}

const Registered = z.object({ registrationId: z.string(), status: z.string(), position: z.number().optional() })
const Own = z.looseObject({
  status: z.string(),
  position: z.number().optional(),
  waitlistLength: z.number(),
  offerExpiresAt: z.string().optional(),
  checkIn: z.looseObject({ at: z.string(), method: z.string() }).optional(),
  event: z.looseObject({ place: z.string().optional() }),
})

const email = (eventId: string, nth: number) => `${eventId}-${nth}@example.org`

/** As a browser does: the same key until there is an answer. */
async function registers(eventId: string, nth: number) {
  const body = aRegistrationForm(nth, { email: email(eventId, nth) })
  return eventually(`number ${nth} is registered`, async () => {
    const headers = { 'idempotency-key': `click ${nth}` }
    const answer = await world.call('POST', `/api/events/${eventId}/registrations`, { body, headers })
    if (answer.status === 503) return undefined
    if (answer.status !== 201) throw new Error(`Registering was answered with ${answer.status}: ${answer.text}`)
    return Registered.parse(answer.body)
  })
}

/** The page behind the link in their newest mail about that. */
async function pageOf(eventId: string, nth: number, about: RegExp) {
  const token = world.linkIn(await world.letterTo(email(eventId, nth), about), 'registration')
  const id = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()).sub as string
  const at = `/api/registrations/${id}`
  return {
    id,
    sees: async () => Own.parse((await world.call('GET', at, { token })).body),
    cancels: () => world.call('DELETE', at, { token }),
    answers: (answer: string) => world.call('POST', `${at}/answer`, { token, body: { answer } }),
    joins: () => world.call('POST', `${at}/join`, { token, body: {} }),
    looksAt: (other: string) => world.call('GET', `/api/registrations/${other}`, { token }),
  }
}

const numbers = (count: number) => Array.from({ length: count }, (_, n) => n + 1)

it('sixty want fifty seats; one gives theirs back, and the head of the line takes it from the mail', async () => {
  const eventId = await isOn({ id: 'sixty', capacity: 50, place: 'Room 3' })
  const all = await Promise.all(numbers(60).map((nth) => registers(eventId, nth)))
  const [seated, waiting] = [
    all.filter(({ status }) => status === 'confirmed'),
    all.filter(({ status }) => status === 'waitlisted'),
  ]
  expect(seated).toHaveLength(50)
  expect(waiting.map(({ position }) => position).toSorted((a = 0, b = 0) => a - b)).toEqual(numbers(10))
  expect((await world.call('GET', `/api/events/${eventId}`)).body).toMatchObject({ seatsLeft: 0, waitlistLength: 10 })

  const nthWith = (status: string, position?: number) =>
    all.findIndex((each) => each.status === status && each.position === position) + 1
  const [leaver, head, second] = [nthWith('confirmed'), nthWith('waitlisted', 1), nthWith('waitlisted', 2)]
  const own = await pageOf(eventId, leaver, /You have a seat/)
  expect(await own.sees()).toMatchObject({ status: 'confirmed', event: { place: 'Room 3' } })
  const left = Own.parse((await own.cancels()).body)
  expect([left.status, left.event.place]).toEqual(['cancelled', undefined])

  const offered = await pageOf(eventId, head, /A seat is free for you/)
  expect(await offered.sees()).toMatchObject({ status: 'offered', offerExpiresAt: expect.any(String) })
  expect(await (await pageOf(eventId, second, /You are in line/)).sees()).toMatchObject({
    position: 1,
    waitlistLength: 9,
  })
  expect(await offered.answers('accept')).toMatchObject({ status: 200, body: { status: 'confirmed' } })
  expect(await offered.answers('accept')).toMatchObject({ status: 200, body: { status: 'confirmed' } })
  await world.letterTo(email(eventId, head), /You have a seat/)

  // The same click again is the same registration; another one of the same address is none.
  expect((await registers(eventId, second)).registrationId).toBe(all[second - 1]?.registrationId)
  const body = aRegistrationForm(1, { email: email(eventId, second) })
  expect(await world.call('POST', `/api/events/${eventId}/registrations`, { body })).toMatchObject({ status: 409 })
  // Who gave a seat back stands at the end of the line.
  const again = aRegistrationForm(1, { email: email(eventId, leaver) })
  const back = await world.call('POST', `/api/events/${eventId}/registrations`, { body: again })
  expect(back.body).toMatchObject({ status: 'waitlisted', position: 10, registrationId: own.id })
  expect(await (await pageOf(eventId, head, /./)).looksAt(own.id)).toMatchObject({ status: 404 })
})

it('a seat that is declined is offered to the next', async () => {
  const eventId = await isOn({ id: 'declined', capacity: 1 })
  for (const nth of numbers(3)) await registers(eventId, nth)
  expect((await (await pageOf(eventId, 1, /You have a seat/)).cancels()).status).toBe(200)
  const second = await pageOf(eventId, 2, /A seat is free for you/)
  expect(await second.answers('decline')).toMatchObject({ status: 200, body: { status: 'cancelled' } })
  const third = await pageOf(eventId, 3, /A seat is free for you/)
  expect((await second.answers('accept')).status).toBe(409)
  expect(await third.answers('perhaps')).toMatchObject({ status: 400, body: { errors: [{ path: 'answer' }] } })
  expect((await third.answers('accept')).body).toMatchObject({ status: 'confirmed' })
})

it('where the line is served by itself, nobody is asked', async () => {
  const eventId = await isOn({ id: 'auto', capacity: 1, waitlist: { policy: 'auto' } })
  for (const nth of numbers(2)) await registers(eventId, nth)
  await (await pageOf(eventId, 1, /You have a seat/)).cancels()
  expect(await (await pageOf(eventId, 2, /You have a seat/)).sees()).toMatchObject({ status: 'confirmed' })
})

it('an online event is joined from 15 minutes before, and that is checking in', async () => {
  const onlineUrl = 'https://video.example.org/room'
  const soon = await isOn({ id: 'soon', onlineUrl, startsAt: inHours(0.1, new Date()).toISOString() })
  await registers(soon, 1)
  const own = await pageOf(soon, 1, /You have a seat/)
  expect((await own.sees()).checkIn).toBe(undefined)
  expect(await own.joins()).toMatchObject({ status: 200, body: { url: onlineUrl } })
  const { checkIn } = await own.sees()
  expect(checkIn).toMatchObject({ method: 'link' })
  await own.joins()
  expect((await own.sees()).checkIn).toEqual(checkIn)

  const later = await isOn({ id: 'later', onlineUrl })
  await registers(later, 1)
  const early = await (await pageOf(later, 1, /You have a seat/)).joins()
  expect(early).toMatchObject({
    status: 409,
    body: { detail: expect.stringMatching(/opens 15 minutes before .* C[SD]T/) },
  })
})

describe('registering is refused', () => {
  const questions = [{ type: 'number', key: 'years', label: 'How many years?', required: true }] as const
  const sends = (eventId: string, body: unknown) => world.call('POST', `/api/events/${eventId}/registrations`, { body })

  it('by the name of the field, with answers that do not fit the questions', async () => {
    const eventId = await isOn({ id: 'asks', questions: [...questions] })
    const form = aRegistrationForm()
    expect(await sends(eventId, { ...form, answers: { years: 'four' } })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'answers.years', message: 'Please enter a number.' }] },
    })
    expect(await sends(eventId, { ...form, answers: { years: 4, diet: 'none' } })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'answers.diet' }] },
    })
    const { answers: _none, ...without } = form
    expect(await sends(eventId, without)).toMatchObject({ status: 400, body: { errors: [{ path: 'answers.years' }] } })
  })

  it('where there is no such event, or none yet', async () => {
    const draft = await isOn({ id: 'draft', status: 'draft' })
    expect((await sends(draft, aRegistrationForm())).status).toBe(404)
    expect((await sends('nothing', aRegistrationForm())).status).toBe(404)
    expect((await world.call('GET', `/api/events/${draft}`)).status).toBe(404)
  })

  it('while it is closed, in words', async () => {
    const opensAt = inHours(1, new Date()).toISOString()
    const eventId = await isOn({ id: 'closed', registration: { opensAt } })
    expect(await sends(eventId, aRegistrationForm())).toMatchObject({
      status: 409,
      body: { detail: 'Registration has not opened yet.' },
    })
  })

  it('to programs, which do not learn of it', async () => {
    const eventId = await isOn({ id: 'trap' })
    const answer = await sends(eventId, { ...aRegistrationForm(), website: 'https://spam.example' })
    expect(answer).toMatchObject({ status: 201, body: { status: 'confirmed' } })
    expect(await stores.events.seats(eventId)).toMatchObject({ registered: 0 })
  })
})
