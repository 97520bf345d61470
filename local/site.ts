import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, normalize, sep } from 'node:path'
import * as z from 'zod'
import { rewriteOf } from './clean-url.ts'
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
  const rewrite = rewriteOf(template)

  return async ({ method, url = '/', headers }: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (method !== 'GET' && method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end()
      return
    }
    const path = rewrite(url.split('?')[0] ?? '/')
    const found = path === '/404.html' ? undefined : await fileIn(root, path === '/' ? '/index.html' : path)
    const { content, type } = found ??
      (await fileIn(root, '/404.html')) ?? { content: Buffer.from('Not found'), type: TYPES['.txt'] }
    const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 22)}"`
    const same = found && headers['if-none-match'] === etag
    response.writeHead(same ? 304 : found ? 200 : 404, {
      'content-type': type,
      'cache-control': 'no-cache',
      etag,
      ...(!same && { 'content-length': content.length }),
    })
    response.end(same || method === 'HEAD' ? undefined : content)
  }
}

/** A file below the folder and nowhere else; undefined when there is none. */
async function fileIn(root: string, path: string): Promise<{ content: Buffer; type: string | undefined } | undefined> {
  try {
    const file = normalize(join(root, decodeURIComponent(path)))
    if (!file.startsWith(root + sep) || file.includes('\0')) return undefined
    return { content: await readFile(file), type: TYPES[extname(file)] ?? 'application/octet-stream' }
  } catch {
    return undefined // not there, a folder, or no valid path
  }
}
