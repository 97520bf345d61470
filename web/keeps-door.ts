import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const WORKER = 'door-worker.js'

/** Tells the door's service worker which files the page is made of, those included that it loads later. */
export const keepsDoor: Plugin = {
  name: 'keeps-door',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const page = bundle['door.html']
      const html = page?.type === 'asset' ? String(page.source) : ''
      const files = new Set<string>()
      const add = (file: string): void => {
        if (files.has(file)) return
        files.add(file)
        const chunk = bundle[file]
        if (chunk?.type === 'chunk') for (const other of [...chunk.imports, ...chunk.dynamicImports]) add(other)
      }
      for (const [, file = ''] of html.matchAll(/(?:src|href)="\/(assets\/[^"]+)"/g)) add(file)
      if (files.size === 0) throw new Error('The page of the door was not found in what was built.')
      const all = ['/door', '/favicon.svg', ...[...files].sort().map((file) => `/${file}`)]
      const source = readFileSync(join(import.meta.dirname, 'public', WORKER), 'utf8')
      this.emitFile({
        type: 'asset',
        fileName: WORKER,
        source: source.replace("const FILES = ['/door']", `const FILES = ${JSON.stringify(all)}`),
      })
    },
  },
}
