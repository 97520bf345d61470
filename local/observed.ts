import { createServer, type Server } from 'node:http'
import * as z from 'zod'

/** A request that was answered. */
export type Exchange = { form: URLSearchParams; answer: string }

const Port = z.object({ port: z.number() })

/** Hop-by-hop, or no longer true once a body was read and is written anew. */
const OURS = ['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'host', 'expect']

/** Passes everything on to a server, and shows what `POST /` and its answer said once the answer is on its way. */
export function observed(inner: Server, answered: (exchange: Exchange) => void): Server {
  return createServer(async (request, response) => {
    try {
      const body = Buffer.concat(await request.toArray())
      const sent = Object.entries(request.headers).filter(([name]) => !OURS.includes(name))
      const answer = await fetch(`http://127.0.0.1:${Port.parse(inner.address()).port}${request.url}`, {
        method: request.method ?? 'GET',
        headers: sent.map(([name, value]): [string, string] => [name, String(value)]),
        ...(body.length && { body }),
      })
      const headers = [...answer.headers].filter(([name]) => !OURS.includes(name))
      const text = Buffer.from(await answer.arrayBuffer())
      response.writeHead(answer.status, Object.fromEntries(headers)).end(text)
      if (answer.ok && request.method === 'POST' && request.url === '/') {
        answered({ form: new URLSearchParams(body.toString()), answer: text.toString() })
      }
    } catch {
      response.destroy()
    }
  })
}
