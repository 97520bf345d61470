import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'
import { keepsDoor } from './keeps-door.ts'
import { storedInWords } from './stored-in-words.ts'

const root = import.meta.dirname
/** Of the organization whose site this is; a deployment tells. */
const programme = process.env.PROGRAMME_NAME ?? 'Benchmate'

const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/**
 * Head, header and footer are written once, in `frame/`; `<!-- frame: header -->` in a page says where they go,
 * `<!-- stored -->` where the list of what we store goes, and `{programme}` where the programme's name goes.
 */
const frame: Plugin = {
  name: 'frame',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) =>
      html
        .replace(/<!-- frame: (\w+) -->/g, (_, part) => readFileSync(join(root, 'frame', `${part}.html`), 'utf8'))
        .replace('<!-- stored -->', storedInWords)
        .replaceAll('{programme}', () => escaped(programme)),
  },
}

/**
 * One HTML file a page, no page knows another. `/mentor` is `mentor.html`: the site's host rewrites it, and so do
 * Vite's own servers for an `mpa`. Nothing is inlined, so that the strictest content security policy holds.
 */
export default defineConfig({
  root,
  appType: 'mpa',
  plugins: [frame, keepsDoor],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rolldownOptions: {
      input: readdirSync(root)
        .filter((file) => file.endsWith('.html'))
        .map((file) => join(root, file)),
    },
  },
  server: { proxy: { '^/api/': 'http://localhost:3000' } },
})
