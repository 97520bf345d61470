import { writeFileSync } from 'node:fs'
import { compiledSieve } from './compile.ts'

/** `npm run build:kernel`: the compiled sieve as text, so that every bundle carries it. */
writeFileSync(new URL('compiled.ts', import.meta.url), await compiledSieve())
