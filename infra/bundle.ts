import { copyFileSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { buildSync } from 'esbuild'

const ROOT = join(import.meta.dirname, '..')
const FUNCTIONS = join(ROOT, 'functions')
/** A thread is a file of its own, and lies beside the bundle of whoever starts it. */
const THREAD = 'scan-thread'
const STARTS_THREADS = 'shared/scan-threads.ts'

let outdir: string | undefined

/**
 * The folder with the bundle of one function. All functions are bundled by one esbuild run, because thirty runs of
 * their own take most of the time of a synth. `BUNDLES` in the environment: a folder where they stay for the next
 * synth; whoever names it knows that nothing has changed since they were made.
 */
export function bundleOf(file: string): string {
  outdir ??= bundles(process.env.BUNDLES)
  return join(outdir, file)
}

function bundles(kept: string | undefined): string {
  if (kept && existsSync(kept)) return kept
  const building = mkdtempSync(kept ? `${kept}-` : join(tmpdir(), 'benchmate-bundles-'))
  process.on('exit', () => rmSync(building, { recursive: true, force: true }))
  bundleAll(building)
  if (!kept) return building
  renameSync(building, kept)
  return kept
}

function bundleAll(outdir: string): void {
  const names = readdirSync(FUNCTIONS)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.slice(0, -3))
  const { metafile } = buildSync({
    entryPoints: [
      ...names.map((name) => ({ in: join(FUNCTIONS, `${name}.ts`), out: join(name, 'index') })),
      { in: join(ROOT, 'shared', `${THREAD}.ts`), out: THREAD },
    ],
    outdir,
    metafile: true,
    absWorkingDir: ROOT,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    keepNames: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    mainFields: ['module', 'main'],
    // Some dependencies are CommonJS and call require for Node's own modules.
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    logLevel: 'warning',
  })
  for (const [bundle, { inputs }] of Object.entries(metafile.outputs)) {
    if (!(STARTS_THREADS in inputs)) continue
    copyFileSync(join(outdir, `${THREAD}.mjs`), join(ROOT, dirname(bundle), `${THREAD}.mjs`))
  }
}
