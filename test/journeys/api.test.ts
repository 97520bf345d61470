import { rm } from 'node:fs/promises'
import { generateKeyPair } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import * as z from 'zod'
import { filledIn } from '../support/routes.ts'
import { tokensOf } from '../support/tokens.ts'
import { aFolder, aWorld, type World } from '../support/world.ts'

/** The API as its own document tells of it: who is turned away. */

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
      }),
    ),
  ),
})
type Operation = { method: string; path: string; scopes: string[] }

let world: World
let operations: Operation[]

beforeAll(async () => {
  world = await aWorld({ port: PORT, dataDir: folder })
  const { paths, servers } = Document.parse((await world.call('GET', '/api/openapi.json')).body)
  expect(servers[0].url).toBe(ORIGIN)
  operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { security }]) => ({
      method: method.toUpperCase(),
      path,
      scopes: security.flatMap(({ organizer = [] }) => organizer),
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
