import type { ServerResponse } from 'node:http'
import * as z from 'zod'

const HeaderValue = z.union([z.string(), z.number(), z.boolean()]).transform(String)
const Structured = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), HeaderValue).default({}),
  cookies: z.array(z.string()).default([]),
  body: z.string().default(''),
  isBase64Encoded: z.boolean().default(false),
})

/** What an HTTP API makes of a function's answer; one that it cannot use is undefined, and a 500. */
export function answerOf(answer: unknown): z.output<typeof Structured> | undefined {
  const structured = typeof answer === 'object' && answer !== null && 'statusCode' in answer
  const full = structured
    ? answer
    : {
        statusCode: 200,
        headers: { 'content-type': 'application/json' },
        body: typeof answer === 'string' ? answer : JSON.stringify(answer),
      }
  return Structured.safeParse(full).data
}

export function sendAnswer(response: ServerResponse, answer: z.output<typeof Structured>): void {
  const { statusCode, headers, cookies, body, isBase64Encoded } = answer
  response.statusCode = statusCode
  response.setHeader('content-type', 'text/plain; charset=utf-8')
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  if (cookies.length) response.setHeader('set-cookie', cookies)
  response.end(Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8'))
}

/** The gateway's own words, e.g. `{"message":"Not Found"}`. */
export function sendMessage(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ message }))
}
