import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { anEventWorld } from '../support/event-world.ts'

/** The door of an event, as a volunteer's phone asks for it. */

let world: Awaited<ReturnType<typeof anEventWorld>>
beforeAll(async () => {
  world = await anEventWorld(4230)
})
afterEach(async () => expect(await world.wrongSeats()).toEqual([]))
afterAll(() => world?.stop())

const List = z.object({
  event: z.looseObject({ eventId: z.string(), confirmed: z.number(), seatsLeft: z.number().optional() }),
  asOf: z.string(),
  items: z.array(
    z.strictObject({
      registrationId: z.string(),
      firstName: z.string(),
      lastName: z.string(),
      status: z.string(),
      checkedInAt: z.string().optional(),
    }),
  ),
  nextCursor: z.string().optional(),
})
const WalkedIn = z.object({ registrationId: z.string(), status: z.string(), checkedInAt: z.string() })

const atDoor = async (method: string, path: string, body?: unknown) =>
  world.call(method, `/api/organizer${path}`, { token: await world.organizerToken('check-in'), body })
const list = async (eventId: string) => List.parse((await atDoor('GET', `/events/${eventId}/door`)).body)
const comes = async (eventId: string, registrationId: string, more: object = {}) =>
  (await atDoor('POST', `/events/${eventId}/check-ins`, { registrationId, idempotencyKey: 'one', ...more })).body
const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString()

describe('the door list', () => {
  it('has names and who is in, and nothing else about anybody', async () => {
    const eventId = await world.isOn({ id: 'list', startsIn: 1, capacity: 2 })
    const registered = []
    for (const nth of [1, 2, 3]) registered.push(await world.registers(eventId, nth))
    await comes(eventId, registered[1]?.registrationId ?? '', { at: minutesAgo(3) })
    const { event, items } = await list(eventId)
    expect(event).toMatchObject({ confirmed: 2, seatsLeft: 0, title: 'Coffee after the night shift' })
    expect(items.map(({ lastName, status, checkedInAt }) => [lastName, status, checkedInAt !== undefined])).toEqual([
      ['Rivera 1', 'confirmed', false],
      ['Rivera 2', 'confirmed', true],
      ['Rivera 3', 'waitlisted', false],
    ])
  })

  it('leaves out who cancelled', async () => {
    const eventId = await world.isOn({ id: 'left', startsIn: 1 })
    await world.registers(eventId, 1)
    const token = world.linkIn(await world.letterTo(`${eventId}-1@example.org`), 'registration')
    const [{ registrationId = '' } = {}] = (await list(eventId)).items
    await world.call('DELETE', `/api/registrations/${registrationId}`, { token })
    expect((await list(eventId)).items).toEqual([])
    expect(await comes(eventId, registrationId)).toMatchObject({ result: 'cancelled', lastName: 'Rivera 1' })
  })

  it('is offered for the events of the day alone', async () => {
    await world.isOn({ id: 'soon', startsIn: 20 })
    await world.isOn({ id: 'over', startsIn: -10 })
    await world.isOn({ id: 'tomorrow-week', startsIn: 190 })
    await world.isOn({ id: 'long-ago', startsIn: -40 })
    await world.isOn({ id: 'secret', startsIn: 1, status: 'draft' })
    const { body } = await atDoor('GET', '/door/events')
    const ids = z
      .object({ items: z.array(z.object({ eventId: z.string() })) })
      .parse(body)
      .items.map((each) => each.eventId)
    expect(ids).toEqual(expect.arrayContaining(['soon', 'over']))
    for (const id of ['tomorrow-week', 'long-ago', 'secret']) expect(ids).not.toContain(id)
  })
})

describe('checking in', () => {
  it('is ok, ok again for the same tap, and already for another one, which hears when the first was', async () => {
    const eventId = await world.isOn({ id: 'twice', startsIn: 0.5 })
    const { registrationId } = await world.registers(eventId, 1, 'Ana')
    const first = minutesAgo(2)
    const ok = { result: 'ok', firstName: 'Ana', lastName: 'Rivera 1', firstAt: first }
    expect(await comes(eventId, registrationId, { at: first })).toMatchObject(ok)
    expect(await comes(eventId, registrationId, { at: first })).toMatchObject(ok)
    const already = { result: 'already', firstAt: first }
    expect(await comes(eventId, registrationId, { idempotencyKey: 'two' })).toMatchObject(already)
  })

  it('keeps the earlier time of two phones that were offline, whichever tells first', async () => {
    const eventId = await world.isOn({ id: 'offline', startsIn: -1 })
    const { registrationId } = await world.registers(eventId, 1)
    const [early, late] = [minutesAgo(50), minutesAgo(40)]
    expect(await comes(eventId, registrationId, { at: late, idempotencyKey: 'a' })).toMatchObject({ result: 'ok' })
    const told = { result: 'already', firstAt: early }
    expect(await comes(eventId, registrationId, { at: early, idempotencyKey: 'b' })).toMatchObject(told)
    expect((await list(eventId)).items).toMatchObject([{ checkedInAt: early }])
  })

  it('of many phones at once, one is the first and all others hear so', async () => {
    const eventId = await world.isOn({ id: 'rush', startsIn: 0.5 })
    const { registrationId } = await world.registers(eventId, 1)
    const at = minutesAgo(1)
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, nth) => comes(eventId, registrationId, { at, idempotencyKey: `phone ${nth}` })),
    )
    const results = answers.map((answer) => z.looseObject({ result: z.string() }).parse(answer).result)
    expect(results.toSorted()).toEqual(['already', 'already', 'already', 'already', 'already', 'ok'])
  })

  it('says what is the matter', async () => {
    const eventId = await world.isOn({ id: 'matter', startsIn: 1, capacity: 1 })
    const later = await world.isOn({ id: 'later', startsIn: 5, title: 'Exam circle' })
    await world.registers(eventId, 1)
    const waiting = await world.registers(eventId, 2)
    const elsewhere = await world.registers(later, 1)
    expect(await comes(eventId, waiting.registrationId)).toMatchObject({ result: 'waitlisted' })
    const wrong = await comes(eventId, elsewhere.registrationId)
    expect(wrong).toMatchObject({ result: 'wrong-event', event: { title: 'Exam circle' } })
    expect(wrong).not.toHaveProperty('firstName')
    expect(await comes(later, elsewhere.registrationId)).toMatchObject({
      result: 'too-early',
      opensAt: expect.any(String),
    })
    for (const id of ['x', `${eventId}.1-guess`, '<script>', 'https://example.org']) {
      expect(await comes(eventId, id)).toEqual({ result: 'unknown', registrationId: id })
    }
  })

  it('names what is wrong with what was sent', async () => {
    const eventId = await world.isOn({ id: 'wrong', startsIn: 1 })
    const { registrationId } = await world.registers(eventId, 1)
    const sends = async (body: object) => atDoor('POST', `/events/${eventId}/check-ins`, body)
    const field = (path: string) => ({ status: 400, body: { errors: [expect.objectContaining({ path })] } })
    expect(await sends({ registrationId })).toMatchObject(field('idempotencyKey'))
    expect(await sends({ idempotencyKey: 'k' })).toMatchObject(field('registrationId'))
    expect(await sends({ registrationId, idempotencyKey: 'k', at: minutesAgo(-30) })).toMatchObject(field('at'))
    expect(await atDoor('POST', '/events/none/check-ins', { registrationId, idempotencyKey: 'k' })).toMatchObject({
      status: 404,
    })
  })

  it('can be undone, once and again', async () => {
    const eventId = await world.isOn({ id: 'undo', startsIn: 1 })
    const { registrationId } = await world.registers(eventId, 1)
    await comes(eventId, registrationId)
    const undo = () => atDoor('DELETE', `/events/${eventId}/check-ins/${registrationId}`)
    expect(await undo()).toMatchObject({ status: 200, body: { checkedIn: false } })
    expect(await undo()).toMatchObject({ status: 200, body: { checkedIn: false } })
    expect((await list(eventId)).items[0]?.checkedInAt).toBeUndefined()
    expect(await comes(eventId, registrationId, { idempotencyKey: 'two' })).toMatchObject({ result: 'ok' })
    // A phone without a network took it back before that, and tells us now.
    const late = `/events/${eventId}/check-ins/${registrationId}?at=${new Date(Date.now() - 60_000).toISOString()}`
    expect(await atDoor('DELETE', late)).toMatchObject({ status: 200, body: { checkedIn: true } })
    expect(await atDoor('DELETE', late.replace(/at=.*/, 'at=soon'))).toMatchObject({ status: 400 })
    expect(await atDoor('DELETE', `/events/other/check-ins/${registrationId}`)).toMatchObject({ status: 404 })
  })
})

async function addsSomebody(eventId: string, nth: number, more: object = {}) {
  const body = { firstName: 'Wu', lastName: `Li ${nth}`, idempotencyKey: `walk ${nth}`, ...more }
  const answer = await atDoor('POST', `/events/${eventId}/walk-ins`, body)
  expect(answer).toMatchObject({ status: 201 })
  return WalkedIn.parse(answer.body)
}
const refused = (eventId: string, nth: number, more: object = {}) =>
  atDoor('POST', `/events/${eventId}/walk-ins`, {
    firstName: 'Wu',
    lastName: 'Li',
    idempotencyKey: `no ${nth}`,
    ...more,
  })

describe('walking in', () => {
  it('takes a free seat, once for one tap, and never more than there are', async () => {
    const eventId = await world.isOn({ id: 'walk', startsIn: -0.1, capacity: 3 })
    const first = await addsSomebody(eventId, 1)
    expect(await addsSomebody(eventId, 1)).toEqual(first)
    const others = await Promise.all(
      [2, 3, 4, 5].map((nth) =>
        atDoor('POST', `/events/${eventId}/walk-ins`, {
          firstName: 'Wu',
          lastName: 'Li',
          idempotencyKey: `walk ${nth}`,
        }),
      ),
    )
    expect(others.map(({ status }) => status).toSorted()).toEqual([201, 201, 409, 409])
    expect(await refused(eventId, 6)).toMatchObject({ status: 409, body: { detail: 'All seats are taken.' } })
    const { event, items } = await list(eventId)
    expect(event).toMatchObject({ confirmed: 3, seatsLeft: 0 })
    expect(items.every(({ status, checkedInAt }) => status === 'confirmed' && checkedInAt)).toBe(true)
  })

  it('somebody on the list is checked in there, and somebody in line waits until it begins', async () => {
    const eventId = await world.isOn({ id: 'line', startsIn: 1, capacity: 1 })
    await world.registers(eventId, 1)
    await world.registers(eventId, 2)
    const inLine = { email: 'line-2@example.org' }
    expect(await refused(eventId, 1, { email: 'line-1@example.org' })).toMatchObject({ status: 409 })
    expect(await refused(eventId, 2, inLine)).toMatchObject({ body: { detail: expect.stringContaining('in line') } })
    const event = await world.events.get(eventId)
    if (!event) throw new Error('The event is gone.')
    await world.changes({ ...event, startsAt: minutesAgo(1) })
    expect(await refused(eventId, 3, inLine)).toMatchObject({ body: { detail: 'All seats are taken.' } })
  })

  it('who gives no name, or something unknown, is asked again', async () => {
    const eventId = await world.isOn({ id: 'nameless', startsIn: 1 })
    const answer = await refused(eventId, 1, { firstName: ' ', seat: 1 })
    expect(answer).toMatchObject({ status: 400 })
    expect(answer.text).toContain('"firstName"')
    expect(answer.text).toContain('"seat"')
  })
})

describe('who may', () => {
  it('a volunteer does all of the door and nothing else, an organizer too, and nobody without a token', async () => {
    const eventId = await world.isOn({ id: 'may', startsIn: 1 })
    const { registrationId } = await world.registers(eventId, 1)
    const routes = [
      ['GET', '/door/events'],
      ['GET', `/events/${eventId}/door`],
      ['POST', `/events/${eventId}/check-ins`, { registrationId, idempotencyKey: 'k' }],
      ['DELETE', `/events/${eventId}/check-ins/${registrationId}`],
      ['POST', `/events/${eventId}/walk-ins`, { firstName: 'Wu', lastName: 'Li', idempotencyKey: 'w' }],
    ] as const
    for (const [method, path, body] of routes) {
      const asks = async (token?: string) => (await world.call(method, `/api/organizer${path}`, { token, body })).status
      expect(await asks(), path).toBe(401)
      expect(await asks('x'), path).toBe(401)
      expect(await asks(await world.organizerToken('check-in')), path).toBeLessThan(300)
      expect(await asks(await world.organizerToken('organize')), path).toBeLessThan(300)
    }
    expect((await atDoor('GET', '/profiles')).status).toBe(403)
  })

  it('is asked where the template, or this computer, says', async () => {
    const { status, body } = await world.call('GET', '/api/sign-in')
    expect({ status, body }).toMatchObject({
      status: 200,
      body: { issuer: `${world.origin}/oidc`, clientId: 'console', scopes: { 'check-in': 'check-in' } },
    })
  })
})
