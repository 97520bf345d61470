import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const WEB = join(import.meta.dirname, '../web')

const PAGES = readdirSync(WEB).filter((name) => name.endsWith('.html'))
const FILES = [...PAGES, ...readdirSync(join(WEB, 'public'))].map((name) => `/${name}`)

/**
 * What CloudFront does with each request for a page, before and after. /mentor is kept as mentor.html, and whatever is
 * not there is 404.html with that status. (An error page of the distribution would also replace the API's own 404s.) A
 * browser asks for a page again each time, so that it never shows an old one whose scripts are gone; what those pages
 * fetch has its content in its name.
 */
export const EDGE = `const files = ${JSON.stringify(FILES)}
const lost = '/404.html'

function isAsset(uri) {
  return uri.indexOf('/assets/') === 0
}

function fileOf(uri) {
  const page = uri === '/' ? '/index.html' : uri.replace(/\\/$/, '') + '.html'
  if (files.indexOf(page) >= 0) return page
  return files.indexOf(uri) >= 0 || isAsset(uri) ? uri : lost
}

function handler(event) {
  const request = event.request
  const response = event.response
  const file = fileOf(request.uri)
  if (response) {
    if (file === lost) response.statusCode = 404
    const kept = isAsset(file) ? 'public, max-age=31536000, immutable' : 'no-cache'
    response.headers['cache-control'] = { value: kept }
    return response
  }
  request.uri = file
  if (file === lost) {
    // Else the answer to who has seen it before is a 304, which has no words in it.
    delete request.headers['if-none-match']
    delete request.headers['if-modified-since']
  }
  return request
}`
