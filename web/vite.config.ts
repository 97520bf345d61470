import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'
import { storedInWords } from './stored-in-words.ts'

const root = import.meta.dirname

/**
 * Head, header and footer are written once, in `frame/`; `<!-- frame: header -->` in a page says where they go, and
 * `<!-- stored -->` where the list of what we store goes.
 */
const frame: Plugin = {
  name: 'frame',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) =>
      html
        .replace(/<!-- frame: (\w+) -->/g, (_, part) => readFileSync(join(root, 'frame', `${part}.html`), 'utf8'))
        .replace('<!-- stored -->', storedInWords),
  },
}

/**
 * One HTML file a page, no page knows another. `/mentor` is `mentor.html`: the site's host rewrites it, and so do
 * Vite's own servers for an `mpa`. Nothing is inlined, so that the strictest content security policy holds.
 */
export default defineConfig({
  root,
  appType: 'mpa',
  plugins: [frame],
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
  server: { proxy: { '/api': 'http://localhost:3000' } },
})
