import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import * as z from 'zod'
import { edgeOf } from './edge.ts'
import type { Template } from './template.ts'

const Deployment = z.object({ SourceObjectKeys: z.array(z.string()) })

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/** The pages, from the folder that a deployment would copy to the bucket. */
export function site(template: Template) {
  const [deployment] = template.resources('Custom::CDKBucketDeployment', Deployment)
  const root = template.asset(deployment?.properties.SourceObjectKeys[0] ?? '')
  const edge = edgeOf(template)

  return async ({ method, url = '/', headers }: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (method !== 'GET' && method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end()
      return
    }
    const given = headers['if-none-match']
    const asked = edge.request({ path: pathOf(url), headers: given ? { 'if-none-match': given } : {} })
    const found = await fileIn(root, asked.path)
    if (!found) {
      // As from the bucket: what it has not is none of the functions' business.
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found')
      return
    }
    const etag = `"${createHash('sha256').update(found.content).digest('base64url').slice(0, 22)}"`
    const same = asked.headers['if-none-match'] === etag
    const answer = edge.response(asked, { status: same ? 304 : 200, headers: { 'content-type': found.type, etag } })
    response.writeHead(answer.status, { ...answer.headers, ...(!same && { 'content-length': found.content.length }) })
    response.end(same || method === 'HEAD' ? undefined : found.content)
  }
}

const pathOf = (url: string) => url.split('?')[0] ?? '/'

/** A file below the folder and nowhere else; undefined when there is none. */
async function fileIn(root: string, path: string): Promise<{ content: Buffer; type: string } | undefined> {
  try {
    const file = normalize(join(root, decodeURIComponent(path)))
    if (!file.startsWith(root + sep) || file.includes('\0')) return undefined
    return { content: await readFile(file), type: TYPES[extname(file)] ?? 'application/octet-stream' }
  } catch {
    return undefined // not there, a folder, or no valid path
  }
}
