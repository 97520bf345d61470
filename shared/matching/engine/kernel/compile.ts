import { readFileSync } from 'node:fs'
import asc from 'assemblyscript/asc'

const SOURCE = 'sieve.ts'
const OPTIONS = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--importMemory']

/** The text of `compiled.ts`: WebAssembly from `assembly/sieve.ts`, the same for the same source. */
export async function compiledSieve(): Promise<string> {
  let code: Uint8Array | undefined
  const { error, stderr } = await asc.main([SOURCE, '--outFile', 'sieve.wasm', ...OPTIONS], {
    readFile: (name) => (name === SOURCE ? readFileSync(new URL(`assembly/${SOURCE}`, import.meta.url), 'utf8') : null),
    writeFile: (_, contents) => {
      if (typeof contents !== 'string') code = contents
    },
    listFiles: () => [],
  })
  if (error || !code) throw new Error(`The sieve does not compile: ${stderr.toString()}`, { cause: error })
  return `/** Compiled from assembly/sieve.ts by \`npm run build:kernel\`. */
export const COMPILED =
  '${Buffer.from(code).toString('base64')}'
`
}
