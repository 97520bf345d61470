import { writeFileSync } from 'node:fs'
import { compiledMail } from './compile.ts'

/** `npm run build:mail`: the compiled template as text, so that no bundle carries the compiler. */
writeFileSync(new URL('compiled.ts', import.meta.url), await compiledMail())
