import { createServer, type Server } from 'node:http'
import * as z from 'zod'
import { CODE_ID } from '../shared/mail/html.ts'
import type { Message } from '../shared/mail/layout.ts'
import { pictureOf } from '../shared/mail/qr-code.ts'
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

/** A browser knows nothing of what comes with a mail. */
const withPicture = ({ html, code }: Message): string =>
  code ? html.replace(`cid:${CODE_ID}`, `data:image/png;base64,${pictureOf(code).toString('base64')}`) : html

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
        return answer(200, 'text/html; charset=utf-8', inScheme(withPicture(message), view.data.scheme))
      case '/mail.eml':
        return answer(200, 'message/rfc822', await wireOf(facts, new Date()))
      default:
        return answer(404, 'text/plain', 'There is no such page.\n')
    }
  })
