import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Installs what package-lock.json says, when that is not there already. Runs before `npm start` and `npm test`, on any
 * Node from 20 on and with no package at all, so it is plain JavaScript. After it, npm finds the right Node first, in
 * node_modules/.bin.
 */

const root = fileURLToPath(new URL('..', import.meta.url))
const modules = join(root, 'node_modules')
const marker = join(modules, '.installed')
const lockFile = readFileSync(join(root, 'package-lock.json'), 'utf8')
const wanted = createHash('sha256').update(lockFile).digest('hex')

if (!existsSync(marker) || readFileSync(marker, 'utf8') !== wanted) {
  if (!installedByHand()) install()
  writeFileSync(marker, wanted)
}

/** Whether somebody ran npm themselves: then its own record in node_modules has every package of the lock file. */
function installedByHand() {
  const record = join(modules, '.package-lock.json')
  if (!existsSync(record)) return false
  const there = JSON.parse(readFileSync(record, 'utf8')).packages
  return Object.entries(JSON.parse(lockFile).packages).every(
    ([path, { version, optional, devOptional }]) =>
      path === '' || there[path]?.version === version || ((optional || devOptional) && !there[path]),
  )
}

function install() {
  console.log('Installing what package-lock.json lists (npm ci). This takes a minute or so, and only when it changes.')
  const path = process.env.PATH ?? ''
  // Without our own .bin: npm ci deletes the Node in there while it runs.
  const PATH = path.split(delimiter).filter((folder) => !folder.startsWith(modules))
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PATH: PATH.join(delimiter) },
    shell: process.platform === 'win32',
  })
  if (status === 0) return
  console.error('Installing did not work; npm says why above. Please run it again when that is mended.')
  process.exit(1)
}
