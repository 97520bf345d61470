import middy from '@middy/core'
import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import * as z from 'zod'
import { Whose, whoseToken } from './domain/organizer.ts'
import { busy, type FieldError, invalid, notJson, Problem, tooLarge } from './errors.ts'
import { Contended, Stale } from './store/write.ts'

/** What a route accepts. A part that is left out accepts nothing: unknown fields are refused by name. */
type Shape = { body?: z.ZodType; query?: z.ZodType; path?: z.ZodType }

/**
 * The parsed parts; the token of the Authorization header, unchecked; and who they are whose token the gateway has
 * checked, for the audit trail: `anybody` on a route that asks for none.
 */
type Request<S extends Shape> = z.output<z.ZodObject<S>> & {
  bearer: string | undefined
  who: string
  /** By their names in small letters. */
  headers: Readonly<Record<string, string | undefined>>
  /** The body as it came, for what is not JSON. */
  bytes: () => Buffer
}

export type Response = { status?: number; body: unknown; headers?: Record<string, string> }

const LARGEST_BODY_KIB = 64
const nothing = z.strictObject({})

/**
 * A route: parses what came in, calls `answer`, and turns its answer or failure into HTTP.
 * A 500 says nothing but the request's id; the log gets the error's name and place, never what was sent.
 */
export function http<S extends Shape>(
  shape: S,
  answer: (request: Request<S>, now: Date) => Promise<Response>,
  { largestBodyKiB = LARGEST_BODY_KIB } = {},
) {
  const accepted = z.object(shape)
  return middy<APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2>()
    .onError(async (request) => {
      request.response = problemJson(request.error, request.event.requestContext.requestId)
    })
    .handler(async (event) => {
      const parts = {
        body: shape.body && bodyOf(event, shape.body, largestBodyKiB),
        query: event.queryStringParameters ?? {},
        path: event.pathParameters ?? {},
      }
      if (!shape.query) parse(nothing, parts.query)
      const bearer = /^Bearer +(\S+) *$/i.exec(event.headers.authorization ?? '')?.[1]
      const { headers } = event
      const bytes = () => bytesOf(event, largestBodyKiB)
      return json(await answer({ ...parse(accepted, parts), bearer, who: whoOf(event), headers, bytes }, new Date()))
    })
}

const Checked = z.object({ authorizer: z.object({ jwt: z.object({ claims: Whose }) }) })

const whoOf = ({ requestContext }: APIGatewayProxyEventV2): string =>
  whoseToken(Checked.safeParse(requestContext).data?.authorizer.jwt.claims ?? {})

/** A body that may be left out is undefined then. */
function bodyOf(event: APIGatewayProxyEventV2, schema: z.ZodType, largestKiB: number): unknown {
  const bytes = bytesOf(event, largestKiB)
  if (bytes.length === 0 && schema.safeParse(undefined).success) return undefined
  const text = bytes.toString('utf8')
  try {
    return JSON.parse(text, HALF_ESCAPED.test(text) ? wellFormed : undefined)
  } catch {
    throw notJson()
  }
}

/** JSON can write half of a character, such as `"\ud83d"`. It is no text (RFC 7493, 2.1), and no item can keep it. */
const HALF_ESCAPED = /\\u[dD][89a-fA-F]/

function wellFormed(_key: string, value: unknown): unknown {
  if (typeof value === 'string' && !value.isWellFormed()) throw new TypeError('Half of a character is no text.')
  return value
}

function bytesOf({ body = '', isBase64Encoded }: APIGatewayProxyEventV2, largestKiB: number): Buffer {
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')
  if (bytes.length > largestKiB * 1024) throw tooLarge(largestKiB)
  return bytes
}

/** For a body whose form is known only when something was read. */
export const parseBody = <T>(schema: z.ZodType<T>, body: unknown): T => parse(z.object({ body: schema }), { body }).body

/** Throws a problem that names the fields. */
export function parse<T>(schema: z.ZodType<T>, input: unknown): T {
  const result = schema.safeParse(input, { reportInput: true })
  if (result.success) return result.data
  throw invalid(result.error.issues.flatMap(fieldErrors))
}

/** One entry a field; the leading "body" or "query" is ours and of no use to the sender. */
function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  const [first, ...rest] = issue.path
  const path = first === 'body' || first === 'query' || first === 'path' ? rest : issue.path
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key].join('.'), message: 'This field is not known here.' }))
  }
  const missing = issue.input === undefined && issue.code === 'invalid_type'
  return [{ path: path.join('.'), message: missing ? 'Please fill this in.' : issue.message }]
}

function json({ status = 200, body, headers }: Response): APIGatewayProxyStructuredResultV2 {
  return {
    statusCode: status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  }
}

/** A failure as HTTP. */
export function problemJson(error: unknown, requestId: string): APIGatewayProxyStructuredResultV2 {
  const lost = error instanceof Stale || error instanceof Contended
  const problem = error instanceof Problem ? error : lost ? busy() : unexpected(error, requestId)
  const { status, title, message: detail, errors, more } = problem
  return {
    statusCode: status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...(more?.retryAfter !== undefined && { 'retry-after': String(more.retryAfter) }),
    },
    body: JSON.stringify({ ...more, type: 'about:blank', title, status, detail, errors }),
  }
}

function unexpected(error: unknown, requestId: string): Problem {
  logError('A request failed.', error, { requestId })
  return new Problem(500, 'Something went wrong', `Please tell us this number: ${requestId}`)
}

/** An error's message may quote what somebody sent; its name and its place in the code do not. */
export function logError(what: string, error: unknown, ids: Record<string, string> = {}): void {
  const { name, message, stack = '' } = error instanceof Error ? error : { name: typeof error, message: '' }
  const place = stack
    .replace(message, '')
    .split('\n')
    .filter((line) => line.startsWith('    at '))
  console.error(JSON.stringify({ what, error: name, place: place.slice(0, 6).map((line) => line.trim()), ...ids }))
}
