import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { bundleOf } from '../infra/bundle.ts'

/** The size of each function's bundle, minified. */
for (const file of readdirSync(join(import.meta.dirname, '../functions'))) {
  const name = file.replace(/\.ts$/, '')
  const { size } = statSync(join(bundleOf(name), 'index.mjs'))
  console.log(`${name.padEnd(24)} ${String(Math.round(size / 1024)).padStart(5)} KiB`)
}
