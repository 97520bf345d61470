import { createServer } from 'node:http'
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listen } from '../../local/port.ts'
import { organizerToken } from '../../shared/organizer-token.ts'

const [ours, others] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')])
const server = createServer(async (request, response) => {
  const key = { ...(await exportJWK(ours.publicKey)), kid: 'ours', alg: 'RS256', use: 'sig' }
  response.statusCode = request.url === '/jwks' ? 200 : 500
  response.end(JSON.stringify({ keys: [key] }))
})
let origin: string
beforeAll(async () => {
  origin = `http://127.0.0.1:${await listen(server, 0)}`
})
afterAll(() => void server.close())

const checks = (settings: Record<string, string | string[]> = {}) =>
  organizerToken(
    JSON.stringify({
      issuer: 'https://pool.example.org',
      keys: `${origin}/jwks`,
      audiences: ['console'],
      scope: 'benchmate/organize',
      ...settings,
    }),
  )

const aToken = (claims: JWTPayload = {}, { key = ours.privateKey, expires = '1h' } = {}) =>
  new SignJWT({
    iss: 'https://pool.example.org',
    client_id: 'console',
    scope: 'openid benchmate/organize',
    sub: 'ana',
    ...claims,
  })
    .setProtectedHeader({ alg: 'RS256', kid: 'ours' })
    .setExpirationTime(expires)
    .sign(key)

describe('an organizer’s token', () => {
  it('tells whose it is', async () => {
    expect(await checks()(await aToken())).toBe('ana')
    expect(await checks()(await aToken({ sub: undefined }))).toBe('console')
  })

  it('is for us by its audience, or else by its client', async () => {
    expect(await checks()(await aToken({ aud: ['console', 'more'], client_id: 'a script' }))).toBe('ana')
    await expect(checks()(await aToken({ aud: 'another' }))).rejects.toMatchObject({ status: 401 })
    await expect(checks()(await aToken({ client_id: 'another' }))).rejects.toMatchObject({ status: 401 })
  })

  it('may be that of a script, whose client is one of ours and whose subject is that client', async () => {
    const script = { sub: 'scripts', client_id: 'scripts', token_use: 'access', scope: 'benchmate/organize' }
    expect(await checks({ audiences: ['console', 'scripts'] })(await aToken(script))).toBe('scripts')
    await expect(checks()(await aToken(script))).rejects.toMatchObject({ status: 401 })
  })

  it.each([
    ['is missing', async () => undefined],
    ['is no token', async () => 'nonsense'],
    ['has another signature', () => aToken({}, { key: others.privateKey })],
    ['has another issuer', () => aToken({ iss: 'https://elsewhere.example.org' })],
    ['is too old', () => aToken({}, { expires: '1 minute ago' })],
    ['is not valid yet', () => aToken({ nbf: Math.floor(Date.now() / 1000) + 600 })],
  ])('that %s opens nothing', async (_, token) => {
    await expect(checks()(await token())).rejects.toMatchObject({ status: 401 })
  })

  it('that has another scope is not enough', async () => {
    await expect(checks()(await aToken({ scope: 'benchmate/check-in' }))).rejects.toMatchObject({ status: 403 })
    await expect(checks()(await aToken({ scope: undefined }))).rejects.toMatchObject({ status: 403 })
  })

  it('is not called wrong when the keys cannot be had', async () => {
    const failure = checks({ keys: `${origin}/gone` })(await aToken())
    await expect(failure).rejects.not.toMatchObject({ status: 401 })
    await expect(failure).rejects.toThrow('500')
  })
})
