import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { globSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as z from 'zod'
import { CannotStart } from './cannot-start.ts'
import { turnOn } from './lock.ts'

const ROOT = join(import.meta.dirname, '..')
const CACHE = join(ROOT, 'node_modules/.cache/benchmate')
/** One is about 50 MB. Tests use four, with other settings; those of a product that runs beside them must stay. */
const KEPT = 12

const CdkJson = z.object({
  context: z.looseObject({ programme: z.record(z.string(), z.unknown()).default({}) }).prefault({}),
})

/** Settings of the programme that differ from those in cdk.json. */
export type Settings = Record<string, unknown>

/**
 * The folder of the synthesized app, as `cdk synth` would write it with these settings. Synthesized anew only when a
 * file that it is made from has changed. Throws `CannotStart` with what the app says, e.g. about a wrong setting.
 */
export async function synthesize(settings: Settings): Promise<{ folder: string; fresh: boolean }> {
  const { context } = CdkJson.parse(JSON.parse(readFileSync(join(ROOT, 'cdk.json'), 'utf8')))
  const programme = { ...context.programme, ...settings }
  // Path metadata as the CDK's own command has it: it names the functions in the log.
  const full = JSON.stringify({ 'aws:cdk:enable-path-metadata': true, ...context, programme })
  const folder = join(CACHE, fingerprint(full, ['{infra,functions,shared,web}/**/*', 'cdk.json']))
  if (exists(folder)) return known(folder)
  // One after the other: the next finds the bundles of the one before.
  const turn = await turnOn(CACHE)
  try {
    if (exists(folder)) return known(folder) // made while we waited
    mkdirSync(CACHE, { recursive: true })
    const building = join(CACHE, `building-${process.pid}-${Date.now()}`)
    await runApp(building, full)
    for (const zip of globSync(join(building, '*.zip'))) rmSync(zip) // the AWS CLI, for deployments: 22 MB
    try {
      renameSync(building, folder)
    } catch (error) {
      rmSync(building, { recursive: true, force: true })
      if (!exists(folder)) throw error // else another process was faster
    }
    await forgetOldest()
    return { folder, fresh: true }
  } finally {
    turn.close()
  }
}

function known(folder: string) {
  utimesSync(folder, new Date(), new Date())
  return { folder, fresh: false }
}

async function runApp(CDK_OUTDIR: string, CDK_CONTEXT_JSON: string): Promise<void> {
  try {
    // What is in a bundle does not depend on the settings.
    const BUNDLES = join(CACHE, `bundles-${fingerprint('', ['{functions,shared}/**/*', 'infra/bundle.ts'])}`)
    await promisify(execFile)(process.execPath, [join(ROOT, 'infra/app.ts')], {
      cwd: ROOT,
      env: { ...process.env, CDK_OUTDIR, CDK_CONTEXT_JSON, BUNDLES },
    })
  } catch (error) {
    rmSync(CDK_OUTDIR, { recursive: true, force: true })
    const { stderr } = z.object({ stderr: z.string() }).parse(error)
    throw new CannotStart(stderr.trim() || 'The CDK app could not be synthesized.')
  }
}

function fingerprint(context: string, sources: string[]): string {
  const hash = createHash('sha256').update(context).update(process.version)
  const files = globSync([...sources, 'package-lock.json'], { cwd: ROOT }).sort()
  for (const file of files) {
    const path = join(ROOT, file)
    if (statSync(path).isFile()) hash.update(`\0${file}\0`).update(readFileSync(path))
  }
  return hash.digest('hex').slice(0, 32)
}

/** Also takes away what a killed process left half made, once it is old. */
async function forgetOldest(): Promise<void> {
  const HOUR = 3_600_000
  const folders = (await readdir(CACHE))
    .map((name) => ({ name, used: statSync(join(CACHE, name)).mtimeMs }))
    .sort((a, b) => b.used - a.used)
  const built = folders.filter(({ name }) => !name.startsWith('building-')).slice(KEPT)
  const left = folders.filter(({ name, used }) => name.startsWith('building-') && used < Date.now() - HOUR)
  for (const { name } of [...built, ...left]) await rm(join(CACHE, name), { recursive: true, force: true })
}

const exists = (path: string): boolean => statSync(path, { throwIfNoEntry: false }) !== undefined
