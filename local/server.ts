import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { sendMessage } from './gateway-answer.ts'

type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>

type Parts = {
  signIn: { path: string; answer: Answer }
  api: Answer
  /** The functions that have a URL, for the paths that go there. */
  urls?(path: string): Answer | undefined
  pages: Answer
  /** On every answer but the sign-in's, as CloudFront does it. */
  headers: Record<string, string>
  log(line: string): void
}

/** The one address of the product: CloudFront, which sends /api/* to the API or a function and the rest to the pages; and sign-in. */
export function productServer({ signIn, api, urls, pages, headers, log }: Parts): Server {
  const answer: Answer = (request, response) => {
    const path = request.url ?? '/'
    if (path.startsWith(`${signIn.path}/`)) return signIn.answer(request, response)
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
    const url = urls?.(path.split('?')[0] ?? path)
    if (url) return url(request, response)
    return path.startsWith('/api/') ? api(request, response) : pages(request, response)
  }
  return createServer((request, response) => {
    answer(request, response).catch((error) => {
      if (request.destroyed) return // who asked has gone
      log(`A request failed: ${error instanceof Error ? error.stack : error}`)
      if (response.headersSent) response.destroy()
      else sendMessage(response, 500, 'Internal Server Error')
    })
  })
}
