import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import * as z from 'zod'
import { notFound, Problem } from '../shared/errors.ts'
import { attendeeList } from '../shared/events/exports/attendee-list.ts'
import { FORMATS, Wanted } from '../shared/events/exports/wanted.ts'
import { parse } from '../shared/http.ts'
import { deployedOrganizerToken } from '../shared/organizer-token.ts'
import { auditStore } from '../shared/store/audit.ts'
import { deployedTable } from '../shared/store/client.ts'
import { eventStore } from '../shared/store/events.ts'
import { registrationStore } from '../shared/store/registrations.ts'
import { streamed } from '../shared/streamed.ts'

const PATH = /^\/api\/organizer\/events\/(?<eventId>[\w-]{1,100})\/attendees\.(?<format>[a-z]+)$/
const Path = z.object({ eventId: z.string(), format: z.enum(FORMATS) })

const FORM = /^application\/x-www-form-urlencoded\b/i
const tokenOfHeader = (header: string | undefined) => /^Bearer +(\S+) *$/i.exec(header ?? '')?.[1]

/**
 * The token of the Authorization header; or of a form's field `access_token` (RFC 6750, 2.2), so that a page can send a
 * form and leave the download to the browser, which shows how far it is and keeps no part of a file.
 */
function tokenOf({ requestContext, headers, body = '', isBase64Encoded }: APIGatewayProxyEventV2): string | undefined {
  const { method } = requestContext.http
  if (method !== 'GET' && method !== 'POST')
    throw new Problem(405, 'Not allowed', 'Please use GET, or POST with a form.')
  if (method === 'GET' || !FORM.test(headers['content-type'] ?? '')) return tokenOfHeader(headers.authorization)
  const form = new URLSearchParams(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8').toString('utf8'))
  return form.get('access_token') ?? undefined
}

const table = deployedTable()
const organizer = deployedOrganizerToken()
const list = attendeeList({
  table,
  events: eventStore(table),
  registrations: registrationStore(table),
  audit: auditStore(table),
})

/** The attendee list of an event as CSV, XLSX or JSON, whatever its size. It is streamed: see docs/decisions/0009. */
export const handler = streamed(async (event, now) => {
  const who = await organizer(tokenOf(event))
  const path = Path.safeParse(PATH.exec(event.rawPath)?.groups).data
  if (!path) throw notFound('list')
  const { query: wanted } = parse(z.object({ query: Wanted }), { query: event.queryStringParameters ?? {} })
  return list({ ...path, wanted, who }, now)
})
