import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, chromium } from 'playwright-core'
import * as z from 'zod'

const ROOT = join(import.meta.dirname, '../..')
const PACKAGE = join(ROOT, 'node_modules/@sparticuz/chromium/package.json')

/**
 * A real Chromium: on Linux x64 the one from npm, with the libraries and the font that come with it, so that nothing
 * has to be installed; elsewhere an installed Chrome. With the sandbox of pages and the same-origin policy as they are
 * (the package's own arguments would switch them off).
 */
export async function launchChromium(more: string[] = []): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return chromium.launch({ channel: 'chrome', args: more })
  const home = await unpacked()
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: join(home, 'al2023/lib'),
    FONTCONFIG_FILE: join(home, 'fonts.conf'),
  }
  return chromium.launch({ executablePath: join(home, 'chromium'), env, args: ['--font-render-hinting=none', ...more] })
}

/**
 * The folder with Chromium, unpacked once (2 s, 200 MB). The package unpacks into the folder for temporary files and
 * trusts whatever is there already, so it gets a folder of its own, in a process of its own, that takes its final
 * name when it is whole. Told that it runs on Lambda, it unpacks the libraries too.
 */
async function unpacked(): Promise<string> {
  const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(PACKAGE, 'utf8')))
  const home = join(ROOT, `node_modules/.cache/chromium-${version}`)
  if (existsSync(home)) return home
  const building = `${home}-${process.pid}`
  mkdirSync(building, { recursive: true })
  const unpack = "import chromium from '@sparticuz/chromium'; await chromium.executablePath()"
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', unpack], {
    cwd: ROOT,
    env: { ...process.env, TMPDIR: building, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
  })
  const [fonts, cache] = [join(home, 'fonts'), join(home, 'fonts-cache')]
  writeFileSync(
    join(building, 'fonts.conf'),
    `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${cache}</cachedir></fontconfig>`,
  )
  try {
    renameSync(building, home)
  } catch (error) {
    rmSync(building, { recursive: true, force: true })
    if (!existsSync(home)) throw error // else another test was faster
  }
  return home
}
