import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { promisify } from 'node:util'
import { generateKeyPair } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { createEventRoute } from '../../shared/api/organizer-events.ts'
import { filledIn } from '../support/routes.ts'
import { tokensOf } from '../support/tokens.ts'
import { aFolder, aWorld, type World } from '../support/world.ts'

/** The API as its own document tells of it: who is turned away, and whether its examples run. */

const PORT = 4240
const ORIGIN = `http://localhost:${PORT}`
const folder = aFolder()
const token = tokensOf(ORIGIN, folder)

const Document = z.object({
  servers: z.tuple([z.object({ url: z.string() })]),
  paths: z.record(
    z.string(),
    z.record(
      z.string(),
      z.object({
        security: z.array(z.record(z.string(), z.array(z.string()))),
        'x-codeSamples': z.tuple([z.object({ source: z.string() })]),
      }),
    ),
  ),
})
type Operation = { method: string; path: string; scopes: string[]; asksForLink: boolean; sample: string }

let world: World
let operations: Operation[]

beforeAll(async () => {
  world = await aWorld({ port: PORT, dataDir: folder })
  const { paths, servers } = Document.parse((await world.call('GET', '/api/openapi.json')).body)
  expect(servers[0].url).toBe(ORIGIN)
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { security, 'x-codeSamples': samples }]) => ({
      method: method.toUpperCase(),
      path,
      scopes: security.flatMap(({ organizer = [] }) => organizer),
      asksForLink: security.some(({ link }) => link),
      sample: samples[0].source,
    })),
  )
})
afterAll(async () => {
  await world?.stop()
  await rm(folder, { recursive: true, force: true })
})

describe('the organizers’ routes', () => {
  const guarded = () => operations.filter(({ path }) => path.startsWith('/api/organizer'))
  const walk = (header: Record<string, string>, among = guarded()) =>
    Promise.all(
      among.map(async ({ method, path }) => {
        const filled = filledIn(path, (name) => (name === 'format' ? 'csv' : 'x'))
        const response = await fetch(`${ORIGIN}${filled}`, { method, headers: header })
        return [`${method} ${path}`, response.status]
      }),
    )
  const all = (status: number, among = guarded()) => among.map(({ method, path }) => [`${method} ${path}`, status])
  const bearer = (value: string) => ({ authorization: `Bearer ${value}` })

  it('are many, and all of them ask for a token', () => {
    expect(guarded().length).toBeGreaterThan(30)
    expect(guarded().filter(({ scopes }) => !scopes.length)).toEqual([])
  })

  it('open to a good token', async () => {
    const response = await fetch(`${ORIGIN}/api/organizer/rounds`, { headers: bearer(await token()) })
    expect(response.status).toBe(200)
  })

  it('are closed without a token', async () => {
    expect(await walk({})).toEqual(all(401))
  })

  it.each([
    ['garbage', async () => 'garbage'],
    ['a token of another issuer', () => token({ issuer: 'https://elsewhere.example.org' })],
    ['a token for another API', () => token({ audience: 'https://elsewhere.example.org/api' })],
    ['a token that is too old', () => token({ expires: '-1h' })],
    ['a token signed by somebody else', async () => token({ key: (await generateKeyPair('RS256')).privateKey })],
  ])('are closed to %s', async (_, make) => {
    expect(await walk(bearer(await make()))).toEqual(all(401))
  })

  it('are closed to a member’s link', async () => {
    await world.joins({ email: 'curious@example.org' })
    expect(await walk(bearer(await world.meLinkOf('curious@example.org')))).toEqual(all(401))
  })

  it('are closed to a token without a scope of theirs', async () => {
    expect(await walk(bearer(await token({ scope: 'openid email' })))).toEqual(all(403))
  })

  it('are closed to a volunteer at the door, but for the door', async () => {
    const elsewhere = guarded().filter(({ scopes }) => !scopes.includes('check-in'))
    const atDoor = guarded().filter(({ scopes }) => scopes.includes('check-in'))
    const volunteer = bearer(await world.organizerToken('check-in'))
    expect(await walk(volunteer, elsewhere)).toEqual(all(403, elsewhere))
    expect(atDoor).toHaveLength(5)
    expect((await walk(volunteer, atDoor)).filter(([, status]) => status === 401 || status === 403)).toEqual([])
  })
})

describe('the examples', () => {
  /** Types it, and gives the status. */
  async function typed(sample: string, variables: Record<string, string>): Promise<string> {
    const { stdout } = await promisify(execFile)('sh', ['-c', `${sample} -s -o /dev/null -w '%{http_code}'`], {
      env: { PATH: process.env.PATH, ...variables },
    })
    return stdout
  }
  const sampleOf = (method: string, path: string) =>
    operations.find((each) => each.method === method && each.path === path)?.sample ?? `no sample of ${method} ${path}`

  it('that only read do run, once the ids and a token are set', async () => {
    const profileId = await world.joins({ role: 'mentor', email: 'mentor@example.org' })
    await world.joins({ email: 'mentee@example.org' })
    const { body } = await world.asOrganizer('POST', '/rounds', { publish: false })
    const { roundId } = z.object({ roundId: z.string() }).parse(body)
    await world.roundIs(roundId, 'drafted')
    const drafted = (await world.asOrganizer('GET', `/rounds/${roundId}/matches`)).body
    const [match] = z.object({ items: z.array(z.object({ matchId: z.string() })) }).parse(drafted).items
    const { example } = createEventRoute()
    const event = await world.asOrganizer('POST', '/events', {
      ...example.body,
      status: 'published',
      series: undefined,
    })
    const { eventId } = z.object({ eventId: z.string() }).parse(event.body)
    const variables = {
      PROFILE_ID: profileId,
      ROUND_ID: roundId,
      MATCH_ID: match?.matchId ?? '',
      EVENT_ID: eventId,
      FORMAT: 'csv',
      KIND: 'introduction',
    }

    const read = operations.filter(({ method, path }) => method === 'GET' && !/registrationId|token/.test(path))
    expect(read.length).toBeGreaterThan(25)
    const [organizer, link] = [await world.organizerToken(), await world.meLinkOf('mentee@example.org')]
    const answered = await Promise.all(
      read.map(async ({ path, asksForLink, sample }) => [
        path,
        await typed(sample, { ...variables, TOKEN: asksForLink ? link : organizer }),
      ]),
    )
    expect(answered).toEqual(read.map(({ path }) => [path, '200']))
  })

  it.each([
    ['POST', '/api/profiles', '202'],
    ['POST', '/api/links', '202'],
    ['POST', '/api/organizer/events', '201'],
    ['POST', '/api/organizer/rounds', '202'],
  ])('that change something do: %s %s', async (method, path, status) => {
    expect(await typed(sampleOf(method, path), { TOKEN: await world.organizerToken() })).toBe(status)
  })
})
