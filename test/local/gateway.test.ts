import { describe, expect, test } from 'vitest'
import type { Authorize } from '../../local/authorizer.ts'
import { gateway } from '../../local/gateway.ts'
import { matchRoute, type Route } from '../../local/routes.ts'
import { aServer } from './a-server.ts'

const route = (key: string, invoke: (event: unknown) => Promise<unknown>, more: Partial<Route> = {}): Route => ({
  key,
  lambda: { functionName: key, invoke, stop: async () => {} },
  timeoutMs: 30_000,
  ...more,
})
const anybody: Authorize = async () => 'unauthorized'
const echo = async (event: unknown) => ({ statusCode: 200, body: JSON.stringify(event) })
const anApi = (...routes: Route[]) => aServer({ api: gateway(routes, anybody) })

describe('the event of a request', () => {
  test('has everything in the shape of payload format 2.0', async () => {
    const ask = await anApi(route('POST /api/events/{eventId}/seats', echo))
    const { text } = await ask('/api/events/a%2Fb/seats?tag=a&tag=b%20c&q=', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Twice': ['1', '2'], Cookie: 'a=1; b=2' },
      body: '{"é":1}',
    })
    const event = JSON.parse(text)
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'POST /api/events/{eventId}/seats',
      rawPath: '/api/events/a%2Fb/seats',
      rawQueryString: 'tag=a&tag=b%20c&q=',
      cookies: ['a=1', 'b=2'],
      headers: { 'content-type': 'application/json', 'x-twice': '1,2' },
      queryStringParameters: { tag: 'a,b c', q: '' },
      pathParameters: { eventId: 'a/b' },
      body: '{"é":1}',
      isBase64Encoded: false,
      requestContext: { stage: '$default', http: { method: 'POST', path: '/api/events/a%2Fb/seats' } },
    })
    expect(event.headers).not.toHaveProperty('cookie')
    expect(event.requestContext).not.toHaveProperty('authorizer')
  })

  test('leaves out what there is none of', async () => {
    const ask = await anApi(route('GET /api/health', echo))
    const event = JSON.parse((await ask('/api/health')).text)
    for (const part of ['body', 'cookies', 'queryStringParameters', 'pathParameters']) {
      expect(event).not.toHaveProperty(part)
    }
  })

  test('has a body that is no text in base64', async () => {
    const ask = await anApi(route('POST /api/u', echo))
    const body = Buffer.from([0, 255])
    const { text } = await ask('/api/u', { method: 'POST', headers: { 'content-type': 'image/png' }, body })
    expect(JSON.parse(text)).toMatchObject({ body: 'AP8=', isBase64Encoded: true })
  })
})

describe('the answer of a function', () => {
  const answering = async (answer: unknown) => (await anApi(route('GET /api/x', async () => answer)))('/api/x')

  test('is sent with its status, headers, cookies and bytes', async () => {
    const body = Buffer.from([1, 2]).toString('base64')
    const answer = { statusCode: 201, headers: { 'X-A': 1 }, cookies: ['a=1', 'b=2'], body, isBase64Encoded: true }
    const { status, headers, text } = await answering(answer)
    expect({ status, text }).toEqual({ status: 201, text: '\u0001\u0002' })
    expect(headers).toMatchObject({ 'x-a': '1', 'set-cookie': ['a=1', 'b=2'] })
  })

  test('may be just a thing, which is sent as JSON', async () => {
    const { status, headers, text } = await answering({ a: 1 })
    expect({ status, text }).toEqual({ status: 200, text: '{"a":1}' })
    expect(headers).toMatchObject({ 'content-type': 'application/json' })
  })

  test('is a 500 that says nothing when it makes no sense', async () => {
    const { status, text } = await answering({ statusCode: 'fine' })
    expect({ status, text }).toEqual({ status: 500, text: '{"message":"Internal Server Error"}' })
  })
})

describe('API Gateway says no itself', () => {
  const fails = route('GET /api/fails', async () => Promise.reject(new Error('secret')))
  const hangs = route('GET /api/hangs', () => new Promise(() => {}), { timeoutMs: 20 })

  test.each([
    ['GET', '/api/none', 404, 'Not Found'],
    ['POST', '/api/fails', 404, 'Not Found'],
    ['OPTIONS', '/api/fails', 404, 'Not Found'],
    ['GET', '/api/%zz', 400, 'Bad Request'],
    ['GET', '/api/fails', 500, 'Internal Server Error'],
    ['GET', '/api/hangs', 503, 'Service Unavailable'],
  ])('%s %s: %i %s', async (method, path, status, message) => {
    const ask = await anApi(fails, hangs)
    const answer = await ask(path, { method })
    expect([answer.status, answer.text]).toEqual([status, JSON.stringify({ message })])
  })

  test('to a body over 10 MiB', async () => {
    const ask = await anApi(route('POST /api/x', echo))
    const { status } = await ask('/api/x', { method: 'POST', body: Buffer.alloc(10 * 1024 * 1024 + 1) })
    expect(status).toBe(413)
  })
})

test('the most specific route wins', () => {
  const keys = ['ANY /api/{proxy+}', 'GET /api/m/{id}', 'GET /api/m/me', 'GET /api/{a}/{b}', 'ANY /api/m/me']
  const routes = keys.map((key) => route(key, echo))
  const keyFor = (method: string, path: string) => matchRoute(routes, method, path)?.route.key
  expect(keyFor('GET', '/api/m/me')).toBe('GET /api/m/me')
  expect(keyFor('POST', '/api/m/me')).toBe('ANY /api/m/me')
  expect(keyFor('GET', '/api/m/7')).toBe('GET /api/m/{id}')
  expect(keyFor('GET', '/api/n/7')).toBe('GET /api/{a}/{b}')
  expect(matchRoute(routes, 'GET', '/api/n/7/x')?.pathParameters).toEqual({ proxy: 'n/7/x' })
})
