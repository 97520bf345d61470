import { expect, test } from 'vitest'
import * as z from 'zod'
import { authorizer } from '../../local/authorizer.ts'
import { openDataDir } from '../../local/data-dir.ts'
import { signIn } from '../../local/sign-in.ts'
import { aServer } from './a-server.ts'

const ORIGIN = 'http://localhost:3000'
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const BASIC = { authorization: `Basic ${btoa('local-automation:local-secret')}` }
const Token = z.object({ access_token: z.string(), scope: z.string() })

async function aSignIn() {
  const organizers = await signIn(ORIGIN, await openDataDir(':memory:'))
  const ask = await aServer({ signIn: organizers })
  const token = async (scope: string, headers: Record<string, string> = BASIC, more = '') => {
    const body = `grant_type=client_credentials&scope=${scope}${more}`
    const { text } = await ask('/oidc/token', { method: 'POST', headers: { ...FORM, ...headers }, body })
    return Token.parse(JSON.parse(text)).access_token
  }
  return { ask, token, authorize: authorizer(organizers) }
}

test('a token for a scope opens the routes of that scope, as Cognito writes it, and no others', async () => {
  const { token, authorize } = await aSignIn()
  const bearer = `Bearer ${await token('organize')}`
  expect(await authorize(bearer, ['benchmate/organize'])).toMatchObject({
    claims: { sub: 'local-automation', scope: 'organize', iss: `${ORIGIN}/oidc`, aud: `${ORIGIN}/api` },
    scopes: ['organize'],
  })
  expect(await authorize(bearer, ['benchmate/check-in'])).toBe('forbidden')
})

test('the secret may come in the header or in the body', async () => {
  const { token, authorize } = await aSignIn()
  const inBody = await token('check-in', {}, '&client_id=local-automation&client_secret=local-secret')
  expect(await authorize(`Bearer ${inBody}`, ['benchmate/check-in'])).toHaveProperty('claims')
})

test('no token, a broken one, and one of another issuer open nothing', async () => {
  const { token, authorize } = await aSignIn()
  const broken = `${(await token('organize')).slice(0, -3)}abc`
  const foreign = await (await aSignIn()).token('organize')
  for (const header of [undefined, '', 'Bearer', 'Bearer x', `Bearer ${broken}`, `Bearer ${foreign}`]) {
    expect(await authorize(header, ['benchmate/organize'])).toBe('unauthorized')
  }
})

test('people sign in on a page', async () => {
  const { ask } = await aSignIn()
  const query = new URLSearchParams({
    client_id: 'console',
    response_type: 'code',
    redirect_uri: `${ORIGIN}/organize`,
    scope: 'openid organize',
    code_challenge: 'x'.repeat(43),
    code_challenge_method: 'S256',
  })
  const { status, headers } = await ask(`/oidc/auth?${query}`)
  expect(status).toBe(303)
  expect(headers.location).toMatch(/^\/oidc\/interaction\//)
  const page = await ask(headers.location, { headers: { cookie: headers['set-cookie'].join('; ') } })
  expect(page).toMatchObject({ status: 200, text: expect.stringContaining('<form') })
})
