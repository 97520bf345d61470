import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import type { Authorized } from './authorizer.ts'

/** What comes in as text; every other body is handed over in base64. */
const TEXT = /^(text\/|application\/(json|javascript|xml|[\w.-]+\+(json|xml))\b)/i

type Called = { route: { key: string }; pathParameters: Record<string, string> }
type Parts = { match: Called; body: Buffer; authorized?: Authorized | undefined; now: Date }

/** The event of an HTTP API, payload format 2.0. */
export function eventOf(request: IncomingMessage, { match, body, authorized, now }: Parts): APIGatewayProxyEventV2 {
  const [rawPath = '/', rawQueryString = ''] = (request.url ?? '/').split(/\?(.*)/s)
  const { cookie, ...headers } = joinedHeaders(request)
  const query = joined(new URLSearchParams(rawQueryString))
  const text = TEXT.test(headers['content-type'] ?? 'text/plain')
  const { pathParameters, route } = match
  return {
    version: '2.0',
    routeKey: route.key,
    rawPath,
    rawQueryString,
    ...(cookie && { cookies: cookie.split(/; */) }),
    headers,
    ...(Object.keys(query).length && { queryStringParameters: query }),
    ...(Object.keys(pathParameters).length && { pathParameters }),
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: headers.host ?? 'localhost',
      domainPrefix: 'localhost',
      ...(authorized && { authorizer: { jwt: authorized } }),
      http: {
        method: request.method ?? 'GET',
        path: rawPath,
        protocol: `HTTP/${request.httpVersion}`,
        sourceIp: request.socket.remoteAddress ?? '127.0.0.1',
        userAgent: headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey: route.key,
      stage: '$default',
      time: now.toISOString(),
      timeEpoch: now.getTime(),
    },
    ...(body.length && { body: body.toString(text ? 'utf8' : 'base64') }),
    isBase64Encoded: body.length > 0 && !text,
  }
}

/** Names in lower case; what came more than once is joined by commas, cookies by semicolons. */
function joinedHeaders(request: IncomingMessage): Record<string, string> {
  const entries = Object.entries(request.headersDistinct)
  return Object.fromEntries(entries.map(([name, values = []]) => [name, values.join(name === 'cookie' ? '; ' : ',')]))
}

function joined(query: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name).join(',')]))
}
