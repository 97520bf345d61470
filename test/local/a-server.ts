import { once } from 'node:events'
import { request } from 'node:http'
import { onTestFinished } from 'vitest'
import { listen } from '../../local/port.ts'
import { productServer } from '../../local/server.ts'

type Parts = Parameters<typeof productServer>[0]
type Sent = { method?: string; headers?: Record<string, string | string[]>; body?: string | Buffer }

const nothing = async () => {
  throw new Error('not part of this test')
}

/** Serves some parts and returns a way to ask. Not `fetch`, which would tidy up paths before it sends them. */
export async function aServer(parts: Partial<Parts>) {
  const signIn = { path: '/oidc', answer: nothing }
  const server = productServer({ signIn, api: nothing, pages: nothing, headers: {}, log: () => {}, ...parts })
  const port = await listen(server, 0)
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  return async (path: string, { method = 'GET', headers = {}, body }: Sent = {}) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }).end(body)
    const [response] = await once(sent, 'response')
    const text = (await response.toArray()).join('')
    return { status: Number(response.statusCode), headers: response.headers, text }
  }
}
