import { readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { Page } from '../../shared/domain/mail.ts'
import { type Links, linksWith } from '../../shared/links.ts'
import { hostileRequest } from '../support/hostile.ts'
import { aForm } from '../support/people.ts'
import { type Route, routesInTemplate } from '../support/routes.ts'
import { aFolder, aWorld, type World } from '../support/world.ts'

/** What the product says to those who ask wrongly. */

const PORT = 4110
const ORIGIN = `http://localhost:${PORT}`
const folder = aFolder()
const secretsIn = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as unknown

let world: World
let routes: Route[]
/** Signs as the product does, with the product's own secret: for tokens that only time or purpose makes wrong. */
let links: Links
const member = { email: 'member@example.org', id: '', token: '' }

beforeAll(async () => {
  world = await aWorld({ port: PORT, dataDir: folder })
  routes = await routesInTemplate()
  const [secret = ''] = Object.values(z.record(z.string(), z.string()).parse(secretsIn('secrets.json')))
  links = linksWith(secret)
  member.id = await world.joins({ email: member.email })
  member.token = await world.meLinkOf(member.email)
})
afterAll(async () => {
  await world.stop()
  await rm(folder, { recursive: true, force: true })
})

const Problem = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  errors: z.array(z.strictObject({ path: z.string(), message: z.string().min(1) })).optional(),
})

type Answer = Awaited<ReturnType<World['call']>>

/** The answer as problem+json with that status; else the test fails. */
function problemIn(answer: Answer, status: number) {
  expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'application/problem+json'])
  const problem = Problem.parse(answer.body)
  expect(problem.status).toBe(status)
  return problem
}
const pathsIn = (answer: Answer) => problemIn(answer, 400).errors?.map(({ path }) => path) ?? []

const signUp = (body: unknown) => world.call('POST', '/api/profiles', { body })

describe('a form with mistakes', () => {
  it('is answered with every wrong field at once, and a sentence for each', async () => {
    const wrong = { firstName: '  ', email: 'nobody', state: 'XX', topics: [], yearsOfExperience: 99, consent: false }
    const answer = await signUp({ ...aForm(), ...wrong })
    expect(pathsIn(answer).toSorted()).toEqual(Object.keys(wrong).toSorted())
  })

  it('is told which fields are missing', async () => {
    const problem = problemIn(await signUp({ role: 'mentor' }), 400)
    const required = Object.keys(aForm({ role: 'mentor' })).filter((field) => field !== 'role')
    expect(problem.errors?.map(({ path }) => path).toSorted()).toEqual(required.toSorted())
    expect(problem.errors).toContainEqual({ path: 'firstName', message: 'Please fill this in.' })
  })

  it('points at the place inside a list', async () => {
    expect(pathsIn(await signUp({ ...aForm(), topics: ['cert_prep', 'astrology'] }))).toEqual(['topics.1'])
  })

  it.each([
    ['at the top', { nickname: 'Sam' }, 'nickname'],
    ['deeper down', { style: { structure: 1, feedback: 2, pace: 3, mood: 4 } }, 'style.mood'],
    ['of the other role', { capacity: 2 }, 'capacity'],
  ])('that has an unknown field %s is told its name', async (_, extra, path) => {
    const problem = problemIn(await signUp({ ...aForm(), ...extra }), 400)
    expect(problem.errors).toEqual([{ path, message: 'This field is not known here.' }])
  })

  it('without a role is asked for one', async () => {
    expect(pathsIn(await signUp({ ...aForm(), role: 'friend' }))).toEqual(['role'])
  })

  it('leaves no trace', async () => {
    const email = 'refused@example.org'
    await signUp({ ...aForm({ email }), nickname: 'Sam' })
    const { body } = await world.asOrganizer('GET', `/profiles?q=${email}`)
    expect(body).toEqual({ items: [] })
  })
})

describe('a body that is no form at all', () => {
  it.each([
    ['half a form', '{"role":'],
    ['an empty one', ''],
    ['prose', 'please sign me up'],
    ['bytes', '\u0000\u0001\u0002'],
  ])('is refused: %s', async (_, body) => {
    expect(problemIn(await signUp(body), 400)).toMatchObject({ title: 'Not JSON' })
  })

  it.each([['null'], ['[]'], ['42'], ['"text"'], ['true']])('is refused: %s', async (body) => {
    expect(problemIn(await signUp(body), 400).errors).not.toHaveLength(0)
  })

  it('may have 64 KiB and not a byte more', async () => {
    const padded = (bytes: number) => {
      const json = JSON.stringify({ ...aForm(), nickname: '' })
      return json.replace('"nickname":""', `"nickname":"${'x'.repeat(bytes - json.length)}"`)
    }
    expect(pathsIn(await signUp(padded(64 * 1024)))).toEqual(['nickname'])
    expect(problemIn(await signUp(padded(64 * 1024 + 1)), 413).detail).toContain('64 KiB')
  })

  it('counts bytes, not letters', async () => {
    expect(await signUp({ ...aForm(), about: 'ü'.repeat(33 * 1024) })).toMatchObject({ status: 413 })
  })
})

describe('a question with an unknown word in it', () => {
  it.each([
    ['GET', '/api/health'],
    ['POST', '/api/profiles'],
    ['GET', '/api/me'],
    ['GET', '/api/organizer/profiles'],
    ['GET', '/api/organizer/rounds'],
    ['GET', '/api/organizer/matches.csv'],
  ])('is told that word: %s %s', async (method, path) => {
    const token = path.startsWith('/api/organizer') ? await world.organizerToken() : member.token
    const body = method === 'POST' ? aForm() : undefined
    const answer = await world.call(method, `${path}?verbose=1`, { token, body })
    expect(problemIn(answer, 400).errors).toEqual([{ path: 'verbose', message: 'This field is not known here.' }])
  })

  it.each([
    ['role=friend', 'role'],
    ['status=happy', 'status'],
    [`q=${'x'.repeat(101)}`, 'q'],
  ])('or with a wrong one: %s', async (query, path) => {
    expect(pathsIn(await world.asOrganizer('GET', `/profiles?${query}`))).toEqual([path])
  })
})

const json = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('a cursor that we did not give', () => {
  it.each([
    ['words', 'next please'],
    ['no JSON', Buffer.from('{"pk":').toString('base64url')],
    ['nothing', json(null)],
    ['a list', json([])],
    ['an empty key', json({})],
    ['half a key', json({ pk: 'PROFILE#1' })],
    ['a key of another list', json({ pk: 'ROUND#1', sk: 'match#1' })],
    ['a key with more in it', json({ pk: '1', sk: '2', kindKey: 'profile', listedAt: '3', extra: '4' })],
    ['a key with empty parts', json({ pk: '', sk: '', kindKey: '', listedAt: '' })],
    ['too long', 'x'.repeat(3000)],
  ])('is refused: %s', async (_, cursor) => {
    for (const list of ['/profiles', '/matches', '/rounds']) {
      const answer = await world.asOrganizer('GET', `${list}?cursor=${encodeURIComponent(cursor)}`)
      expect(pathsIn(answer), list).toEqual(['cursor'])
    }
  })
})

const ME_ROUTES = [
  ['GET', '/api/me'],
  ['PATCH', '/api/me'],
  ['DELETE', '/api/me'],
  ['POST', '/api/me/pause'],
  ['POST', '/api/me/resume'],
  ['POST', '/api/me/stay'],
  ['GET', '/api/me/data'],
  ['GET', '/api/me/matches'],
  ['POST', '/api/matches/some.match/answer'],
] as const

describe('a link that is no good', () => {
  const BODIES: Partial<Record<string, unknown>> = { PATCH: {}, '/api/matches/some.match/answer': { answer: 'met' } }
  const use = (method: string, path: string, token?: string) =>
    world.call(method, path, { ...(token && { token }), body: BODIES[path] ?? BODIES[method] })
  const now = () => new Date()
  const signed = (page: Page, linkVersion = 1, at = now(), by = links) =>
    by.sign({ page, profileId: member.id, linkVersion }, at)

  it.each(ME_ROUTES)('is refused without one: %s %s', async (method, path) => {
    expect(problemIn(await use(method, path), 401).title).toBe('This link does not work')
  })

  it.each(ME_ROUTES)('is refused when it is for something else: %s %s', async (method, path) => {
    for (const page of ['confirm', 'unsubscribe'] as const) problemIn(await use(method, path, await signed(page)), 401)
  })

  it('works when nothing is wrong with it', async () => {
    expect(await use('GET', '/api/me', await signed('me'))).toMatchObject({ status: 200 })
  })

  it('is refused when it is too old', async () => {
    const hundredDaysAgo = new Date(now().getTime() - 100 * 86_400_000)
    problemIn(await use('GET', '/api/me', await signed('me', 1, hundredDaysAgo)), 401)
  })

  it('is refused when it was replaced, or signed with another secret', async () => {
    problemIn(await use('GET', '/api/me', await signed('me', 0)), 401)
    problemIn(
      await use('GET', '/api/me', await signed('me', 1, now(), linksWith('another secret, as long as ours'))),
      401,
    )
  })

  it('is refused when somebody changed it', async () => {
    const [head, , signature] = member.token.split('.')
    const forged = json({ sub: member.id, aud: 'me', version: 1, exp: 9_999_999_999 })
    const unsigned = json({ alg: 'none' })
    for (const token of [`${head}.${forged}.${signature}`, `${unsigned}.${forged}.`, 'x.y.z', 'x']) {
      problemIn(await use('GET', '/api/me', token), 401)
    }
  })

  it('is refused for confirming and for unsubscribing', async () => {
    const me = await signed('me')
    problemIn(await world.call('POST', '/api/profiles/confirm', { body: { token: me } }), 401)
    problemIn(await world.call('POST', `/api/unsubscribe/${me}`), 401)
    const { body } = await use('GET', '/api/me', me)
    expect(body).toMatchObject({ status: 'active' })
  })
})

describe('a member', () => {
  const patch = (body: unknown) => world.call('PATCH', '/api/me', { token: member.token, body })

  it('cannot change what nobody may change', async () => {
    for (const field of ['email', 'role', 'status', 'profileId', 'nickname']) {
      expect(pathsIn(await patch({ [field]: 'other@example.org' }))).toEqual([field])
    }
  })

  it('who is a mentee offers no seats', async () => {
    expect(problemIn(await patch({ capacity: 2 }), 400).errors).toEqual([
      { path: 'capacity', message: 'Only mentors offer seats.' },
    ])
    expect(pathsIn(await world.asOrganizer('PATCH', `/profiles/${member.id}`, { capacity: 2 }))).toEqual(['capacity'])
  })

  it('cannot answer for others: their match does not exist', async () => {
    const [mentor, mentee] = ['one-mentor@example.org', 'one-mentee@example.org']
    await world.joins({ role: 'mentor', email: mentor, capacity: 1, languages: ['xa'] })
    await world.joins({ email: mentee, languages: ['xa'] })
    await world.roundRuns()
    const token = await world.matchLinkOf(mentee)
    const [match] = await world.matchesOf(token)

    const answer = { body: { answer: 'decline' } }
    problemIn(
      await world.call('POST', `/api/matches/${match?.matchId}/answer`, { token: member.token, ...answer }),
      404,
    )
    problemIn(await world.call('POST', '/api/matches/no.such/answer', { token, ...answer }), 404)
    problemIn(await world.call('POST', '/api/matches/nonsense/answer', { token, ...answer }), 404)
    expect(await world.matchesOf(token)).toMatchObject([{ status: 'introduced' }])
    for (const body of [{ answer: 'maybe' }, {}, { answer: 'problem', note: 'x'.repeat(2001) }]) {
      problemIn(await world.call('POST', `/api/matches/${match?.matchId}/answer`, { token, body }), 400)
    }
  })
})

describe('the organizers’ routes', () => {
  it('know no such thing', async () => {
    for (const [method, path] of [
      ['GET', '/profiles/nobody'],
      ['PATCH', '/profiles/nobody'],
      ['GET', '/rounds/none'],
      ['GET', '/rounds/none/matches'],
      ['GET', '/rounds/none/unplaced'],
      ['POST', '/rounds/none/publish'],
      ['DELETE', '/rounds/none/matches/none.none'],
    ] as const) {
      const answer = await world.asOrganizer(method, path, method === 'PATCH' ? {} : undefined)
      expect(problemIn(answer, 404).detail, `${method} ${path}`).toMatch(/^There is no such/)
    }
    expect(await world.asOrganizer('GET', '/matches?profileId=nobody')).toMatchObject({
      status: 200,
      body: { items: [] },
    })
  })

  it('start one round at a time', async () => {
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => world.asOrganizer('POST', '/rounds', { publish: true })),
    )
    const started = answers.filter(({ status }) => status === 202)
    expect(started.length).toBeGreaterThan(0)
    const refused = answers.filter(({ status }) => status !== 202)
    expect(refused.length).toBeGreaterThan(0)
    for (const answer of refused) expect(problemIn(answer, 409).detail).toMatch(/round is running/)
    const { roundId } = z.object({ roundId: z.string() }).parse(started.at(-1)?.body)
    await world.roundIs(roundId, 'published')
  })

  it('need to be told whether to publish', async () => {
    expect(pathsIn(await world.asOrganizer('POST', '/rounds', {}))).toEqual(['publish'])
  })
})

it('nothing that anybody sends is answered with a failure of ours', async () => {
  const organizer = await world.organizerToken()
  const request = hostileRequest({
    routes: routes.filter(({ method, path }) => `${method} ${path}` !== 'DELETE /api/me'),
    tokenFor: ({ path }) => (path.startsWith('/api/organizer') ? organizer : member.token),
    knownIds: [member.id, member.token],
  })
  const answers = new Set<number>()
  await fc.assert(
    fc.asyncProperty(request, async ({ method, path, headers, body }) => {
      const { status } = await fetch(`${ORIGIN}${path}`, { method, headers, ...(body && { body }) })
      answers.add(status)
      expect(status).toBeLessThan(500)
    }),
    { seed: 2, numRuns: 200 },
  )
  expect([...answers]).toEqual(expect.arrayContaining([200, 400, 401, 404]))
})
