import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import type { Authorize } from './authorizer.ts'
import { answerOf, sendAnswer, sendMessage } from './gateway-answer.ts'
import { eventOf } from './gateway-event.ts'
import { type Match, matchRoute, type Route } from './routes.ts'

const MOST_BODY_BYTES = 10 * 1024 * 1024

/** The HTTP API: finds the route, asks the authorizer, calls the function, and says no as API Gateway says it. */
export const gateway =
  (routes: readonly Route[], authorize: Authorize) =>
  async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const match = matchOf(routes, request)
    if (match === 'malformed') return sendMessage(response, 400, 'Bad Request')
    if (!match) return sendMessage(response, 404, 'Not Found')

    const { lambda, scopes, timeoutMs } = match.route
    const authorized = scopes && (await authorize(request.headers.authorization, scopes))
    if (authorized === 'unauthorized') {
      response.setHeader('www-authenticate', 'Bearer')
      return sendMessage(response, 401, 'Unauthorized')
    }
    if (authorized === 'forbidden') return sendMessage(response, 403, 'Forbidden')

    const body = await bodyOf(request, MOST_BODY_BYTES)
    if (!body) {
      response.setHeader('connection', 'close')
      return sendMessage(response, 413, 'Request Entity Too Large')
    }
    const abort = new AbortController()
    const answer = await Promise.race([
      lambda.invoke(eventOf(request, { match, body, authorized, now: new Date() })).then(answerOf, () => undefined),
      pause(timeoutMs, 'too late' as const, abort).catch(() => undefined),
    ])
    abort.abort()
    if (answer === 'too late') return sendMessage(response, 503, 'Service Unavailable')
    if (!answer) return sendMessage(response, 500, 'Internal Server Error')
    sendAnswer(response, answer)
  }

function matchOf(routes: readonly Route[], { method = 'GET', url = '/' }: IncomingMessage) {
  try {
    return matchRoute(routes, method, url.split('?')[0] ?? '/') satisfies Match | undefined
  } catch (error) {
    if (error instanceof URIError) return 'malformed'
    throw error
  }
}

/** Undefined when it is too large; what is left of it is then not read. */
export async function bodyOf(request: IncomingMessage, mostBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length
    if (bytes > mostBytes) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
