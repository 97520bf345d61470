import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as z from 'zod'
import { conflict } from '../../shared/errors.ts'
import { http, type Response } from '../../shared/http.ts'
import { Stale } from '../../shared/store/write.ts'

type Sent = { body?: string; base64?: boolean; query?: Record<string, string>; headers?: Record<string, string> }

const event = ({ body, base64 = false, query, headers = {} }: Sent): APIGatewayProxyEventV2 => ({
  version: '2.0',
  routeKey: 'POST /api/things/{thingId}',
  rawPath: '/api/things/7',
  rawQueryString: '',
  headers,
  ...(query && { queryStringParameters: query }),
  pathParameters: { thingId: '7' },
  requestContext: {
    accountId: '1',
    apiId: 'api',
    domainName: 'example.org',
    domainPrefix: 'example',
    http: { method: 'POST', path: '/api/things/7', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'test' },
    requestId: 'request-1',
    routeKey: 'POST /api/things/{thingId}',
    stage: '$default',
    time: '',
    timeEpoch: 0,
  },
  ...(body !== undefined && { body }),
  isBase64Encoded: base64,
})

const context: Context = {
  callbackWaitsForEmptyEventLoop: true,
  functionName: 'things',
  functionVersion: '1',
  invokedFunctionArn: 'arn',
  memoryLimitInMB: '128',
  awsRequestId: 'invocation-1',
  logGroupName: 'group',
  logStreamName: 'stream',
  getRemainingTimeInMillis: () => 1000,
  done() {},
  fail() {},
  succeed() {},
}

const shape = {
  path: z.object({ thingId: z.string() }),
  query: z.strictObject({ color: z.enum(['red', 'blue']).optional() }),
  body: z.strictObject({ name: z.string(), sizes: z.array(z.int()).optional() }),
}

/** Sends a request to a route that says what reached it, or does what `answer` does. */
async function send(sent: Sent, answer: (request: object) => Promise<Response> = async (body) => ({ body })) {
  const result = await http(shape, answer)(event(sent), context)
  return { status: result.statusCode, headers: result.headers, body: JSON.parse(result.body ?? '') as unknown }
}
const good = JSON.stringify({ name: 'Büchner funnel' })
const failing = (error: unknown) => async (): Promise<Response> => {
  throw error
}

describe('a route', () => {
  it('gets body, query and path as their schemas have them, and the bearer token', async () => {
    const sent = { body: good, query: { color: 'red' }, headers: { authorization: 'bearer  abc.def ' } }
    expect(await send(sent)).toMatchObject({
      status: 200,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
      body: { body: { name: 'Büchner funnel' }, query: { color: 'red' }, path: { thingId: '7' }, bearer: 'abc.def' },
    })
  })

  it('takes whole characters that JSON escapes, and refuses half ones, which no item can keep', async () => {
    const halves = ['{"name": "\\ud83d"}', '{"name": "\\uDD2C\\uD83D"}', '{"name": "a", "sizes": ["\\ud83d"]}']
    for (const body of halves) expect(await send({ body })).toMatchObject({ status: 400, body: { title: 'Not JSON' } })
    expect(await send({ body: '{"name": "\\ud83d\\udd2c"}' })).toMatchObject({ body: { body: { name: '🔬' } } })
  })

  it.each([
    ['ana', { authorizer: { jwt: { claims: { sub: 'ana', client_id: 'console' } } } }],
    ['a-script', { authorizer: { jwt: { claims: { client_id: 'a-script' } } } }],
    ['anybody', {}],
  ])('hears from the gateway that it is %s who asks, and from nobody else', async (who, checked) => {
    const sent = event({ body: good, headers: { authorization: 'Bearer eyJzdWIiOiJldmUifQ', who: 'eve' } })
    const answer = async ({ who }: { who: string }) => ({ body: who })
    const asked = { ...sent, requestContext: { ...sent.requestContext, ...checked } }
    expect((await http(shape, answer)(asked, context)).body).toBe(who)
  })

  it.each(['', 'abc', 'Basic abc', 'Bearer', 'Bearer a b'])('gets no token from “%s”', async (authorization) => {
    expect((await send({ body: good, headers: { authorization } })).body).not.toHaveProperty('bearer')
  })

  it('reads a body that the gateway handed over in base64', async () => {
    const sent = { body: Buffer.from(good).toString('base64'), base64: true }
    expect((await send(sent)).body).toMatchObject({ body: { name: 'Büchner funnel' } })
  })

  it('may choose status, headers, and a body that is no JSON', async () => {
    const answer = async () => ({ status: 201, body: 'a,b', headers: { 'content-type': 'text/csv' } })
    const result = await http({}, answer)(event({}), context)
    expect(result).toMatchObject({ statusCode: 201, body: 'a,b', headers: { 'content-type': 'text/csv' } })
  })

  it('that takes no query refuses one by name, and needs no body', async () => {
    const route = http({}, async () => ({ body: {} }))
    expect(await route(event({ query: { color: 'red' } }), context)).toMatchObject({ statusCode: 400 })
    expect(await route(event({ body: 'anything' }), context)).toMatchObject({ statusCode: 200 })
  })
})

describe('what does not fit', () => {
  it('is listed field by field, without our own words for the parts', async () => {
    const { status, headers, body } = await send({
      body: JSON.stringify({ sizes: [1, 'two'], weight: 3 }),
      query: { color: 'green', shade: 'dark' },
    })
    expect([status, headers?.['content-type']]).toEqual([400, 'application/problem+json'])
    const { errors } = z.object({ errors: z.array(z.object({ path: z.string(), message: z.string() })) }).parse(body)
    expect(errors.map(({ path }) => path).toSorted()).toEqual(['color', 'name', 'shade', 'sizes.1', 'weight'])
    expect(errors).toContainEqual({ path: 'name', message: 'Please fill this in.' })
    expect(errors).toContainEqual({ path: 'weight', message: 'This field is not known here.' })
  })

  it.each([[undefined], [''], ['{'], ['name=x']])('is no JSON: %j', async (body) => {
    expect(await send(body === undefined ? {} : { body })).toMatchObject({ status: 400, body: { title: 'Not JSON' } })
  })

  it('is too large beyond 64 KiB, in base64 too', async () => {
    const large = JSON.stringify({ name: 'x'.repeat(64 * 1024) })
    const base64 = Buffer.from(large).toString('base64')
    for (const sent of [{ body: large }, { body: base64, base64: true }]) {
      expect(await send(sent)).toMatchObject({ status: 413, body: { title: 'Too large', status: 413 } })
    }
  })

  it('never reaches the route', async () => {
    const reached = vi.fn(failing(new Error('reached')))
    await send({ body: '{}' }, reached)
    expect(reached).not.toHaveBeenCalled()
  })
})

describe('a failure', () => {
  const written: string[] = []
  beforeEach(() => {
    written.length = 0
    vi.spyOn(console, 'error').mockImplementation((line) => void written.push(String(line)))
  })
  afterEach(() => vi.restoreAllMocks())

  it('that was expected says what it is, and is not logged', async () => {
    expect(await send({ body: good }, failing(conflict('A round is running.')))).toMatchObject({
      status: 409,
      body: { type: 'about:blank', title: 'Not possible now', status: 409, detail: 'A round is running.' },
    })
    expect(written).toEqual([])
  })

  it('because others were faster asks to try again', async () => {
    expect(await send({ body: good }, failing(new Stale()))).toMatchObject({ status: 503, body: { title: 'Busy' } })
  })

  it.each([
    ['an error', new TypeError('Sam Rivera <sam@example.org> is not a function')],
    ['a text', 'Sam Rivera'],
    ['nothing', undefined],
    ['several lines', new Error('Sam\nRivera\n    at sam@example.org')],
  ])('that was not expected says a number alone, here and in the log: %s', async (_, error) => {
    const answer = await send({ body: good }, failing(error))
    expect(answer).toMatchObject({ status: 500, body: { title: 'Something went wrong' } })
    expect(JSON.stringify(answer.body)).toContain('request-1')
    expect(written).toHaveLength(1)
    for (const text of [JSON.stringify(answer.body), ...written]) expect(text).not.toMatch(/sam|rivera/i)
    const log = z.object({ requestId: z.string(), error: z.string() }).parse(JSON.parse(written[0] ?? ''))
    expect(log.requestId).toBe('request-1')
  })

  it('is logged with its name and its place in the code', async () => {
    await send({ body: good }, failing(new TypeError('secret')))
    expect(JSON.parse(written[0] ?? '')).toMatchObject({
      error: 'TypeError',
      place: expect.arrayContaining([expect.stringMatching(/http\.test\.ts/)]),
    })
  })
})
