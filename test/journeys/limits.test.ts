import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aWorld, type World } from '../support/world.ts'

/** What people with a match can no longer do, and what happens to their links. */

let world: World
const mentor = { email: 'limits-mentor@example.org', id: '', token: '' }
const mentees = ['limits-one@example.org', 'limits-two@example.org']

beforeAll(async () => {
  world = await aWorld({ port: 4150 })
  mentor.id = await world.joins({ role: 'mentor', email: mentor.email, capacity: 3 })
  for (const email of mentees) await world.joins({ email })
  await world.roundRuns()
  mentor.token = await world.meLinkOf(mentor.email)
})
afterAll(() => world.stop())

const problem = (status: number, errors?: unknown[]) => ({ status, body: { status, ...(errors && { errors }) } })

describe('a mentor with two open matches', () => {
  const offers = (capacity: number) => world.call('PATCH', '/api/me', { token: mentor.token, body: { capacity } })
  const tooFew = { path: 'capacity', message: expect.stringMatching(/^2 matches are open;/) }

  it('cannot offer one seat, nor can an organizer', async () => {
    expect(await offers(1)).toMatchObject(problem(400, [tooFew]))
    const byOrganizer = await world.asOrganizer('PATCH', `/profiles/${mentor.id}`, { capacity: 1 })
    expect(byOrganizer).toMatchObject(problem(400, [tooFew]))
    expect(await world.asOrganizer('GET', `/profiles/${mentor.id}`)).toMatchObject({ body: { capacity: 3 } })
  })

  it('can offer as many as are taken', async () => {
    expect(await offers(2)).toMatchObject({ status: 200, body: { capacity: 2, openMatches: 2 } })
  })
})

it('the matches of one person come at once, without a cursor', async () => {
  const path = `/matches?profileId=${mentor.id}`
  expect(await world.asOrganizer('GET', path)).toMatchObject({ status: 200, body: { items: [{}, {}] } })
  expect(await world.asOrganizer('GET', `${path}&cursor=abc`)).toMatchObject(
    problem(400, [{ path: 'cursor', message: expect.any(String) }]),
  )
})

it('a problem that somebody reports is found by organizers, with what they wrote', async () => {
  const problems = async () => (await world.asOrganizer('GET', '/matches?answer=problem')).body
  expect(await problems()).toEqual({ items: [] })
  const token = await world.matchLinkOf(`${mentees[0]}`)
  const [match] = await world.matchesOf(token)
  const body = { answer: 'problem', note: 'We cannot find an hour.' }
  expect(await world.call('POST', `/api/matches/${match?.matchId}/answer`, { token, body })).toMatchObject({
    status: 200,
  })
  const said = { by: 'mentee', answer: 'problem', note: 'We cannot find an hour.' }
  expect(await problems()).toMatchObject({ items: [{ matchId: match?.matchId, answers: [said] }] })
})

it('links that an organizer has ended open nothing; a fresh one does', async () => {
  const read = async (token: string) => (await world.call('GET', '/api/me', { token })).status
  expect(await read(mentor.token)).toBe(200)
  expect(await world.asOrganizer('PATCH', `/profiles/${mentor.id}`, { endLinks: true })).toMatchObject({ status: 200 })
  expect(await read(mentor.token)).toBe(401)
  expect(await world.call('GET', '/api/me/matches', { token: await world.matchLinkOf(mentor.email) })).toMatchObject(
    problem(401),
  )
  await world.call('POST', '/api/links', { body: { email: mentor.email } })
  const fresh = await world.letterTo(mentor.email, /Your link/)
  expect(await read(world.linkIn(fresh, 'me'))).toBe(200)
})

it.each([
  ['GET', '/api/nothing'],
  ['GET', '/api/organizer/nothing'],
  ['PUT', '/api/me'],
  ['POST', '/api/health/more?x=1'],
])('what does not exist is a problem like any other: %s %s', async (method, path) => {
  const answer = await world.call(method, path)
  expect(answer).toMatchObject(problem(404))
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
})
