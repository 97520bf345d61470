import { createServer, type Server } from 'node:http'
import * as z from 'zod'
import { everyMail, mailTo, wireOf } from './mail-examples.ts'
import { inScheme, previewPage } from './mail-preview-page.ts'

const View = z.object({
  mail: z.coerce
    .number()
    .int()
    .min(0)
    .max(everyMail.length - 1)
    .default(0),
  scheme: z.enum(['light', 'dark']).default('light'),
  width: z.enum(['phone', 'desktop']).default('desktop'),
})

/** Shows every kind of mail with example data: `/`, `/html` and `/mail.eml`, all with `?mail=0&scheme=dark&width=phone`. */
export const previewServer = (): Server =>
  createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    const view = View.safeParse(Object.fromEntries(searchParams))
    const facts = everyMail[view.data?.mail ?? -1]
    const answer = (status: number, type: string, body: string | Uint8Array) =>
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
    if (!view.success || !facts) return answer(400, 'text/plain', 'There is no such mail.\n')
    const message = mailTo(facts)
    switch (pathname) {
      case '/':
        return answer(200, 'text/html; charset=utf-8', previewPage({ view: view.data, everyMail, message }))
      case '/html':
        return answer(200, 'text/html; charset=utf-8', inScheme(message.html, view.data.scheme))
      case '/mail.eml':
        return answer(200, 'message/rfc822', await wireOf(facts, new Date()))
      default:
        return answer(404, 'text/plain', 'There is no such page.\n')
    }
  })
