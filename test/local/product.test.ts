import { afterAll, beforeAll, expect, test } from 'vitest'
import * as z from 'zod'
import { type Product, startProduct } from '../../local/product.ts'

const PORTS = { port: 3310, mailboxPort: 3311 }

let product: Product
beforeAll(async () => {
  product = await startProduct({ ...PORTS, dataDir: ':memory:' })
})
afterAll(() => product.stop())

const Token = z.object({ access_token: z.string() })

test('the routes, the pages and the mailbox of the stack answer', async () => {
  const health = await fetch(`${product.origin}/api/health`)
  expect([health.status, await health.json()]).toEqual([200, { status: 'ok' }])
  expect(await (await fetch(product.origin)).text()).toContain('<!doctype html>')
  expect((await fetch(`${product.origin}/no-such-page`)).status).toBe(404)
  expect((await fetch(`${product.mailboxOrigin}/store`)).status).toBe(200)
})

test('organizers need a token with the scope of the route', async () => {
  const rounds = async (headers: Record<string, string> = {}) =>
    (await fetch(`${product.origin}/api/organizer/rounds`, { headers })).status
  const bearer = async (scope: string) => {
    const body = new URLSearchParams({ grant_type: 'client_credentials', scope })
    const headers = { authorization: `Basic ${btoa('local-automation:local-secret')}` }
    const answer = await fetch(`${product.origin}/oidc/token`, { method: 'POST', headers, body })
    return { authorization: `Bearer ${Token.parse(await answer.json()).access_token}` }
  }
  expect(await rounds()).toBe(401)
  expect(await rounds(await bearer('check-in'))).toBe(403)
  expect(await rounds(await bearer('organize'))).toBe(200)
})

test('a second one on the same port says so', async () => {
  await expect(startProduct({ ...PORTS, dataDir: ':memory:' })).rejects.toThrow('Port 3310 is already in use.')
})

test('a wrong setting is named', async () => {
  const starting = startProduct({ port: 3312, mailboxPort: 3313, dataDir: ':memory:', settings: { publish: 'never' } })
  await expect(starting).rejects.toThrow('programme.publish')
})
