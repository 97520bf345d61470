import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import * as z from 'zod'
import { synthesize } from '../../local/assembly.ts'
import { readTemplate } from '../../local/template.ts'

const FunctionResource = z.object({ Code: z.object({ S3Key: z.string() }) })

/** What is deployed as the function of that name. */
async function bundleOf(name: string): Promise<string> {
  const template = readTemplate((await synthesize({})).folder)
  const functions = template.resources('AWS::Lambda::Function', FunctionResource)
  const found = functions.find(({ path }) => path.split('/').includes(name))
  return readFileSync(join(template.asset(found?.properties.Code.S3Key ?? ''), 'index.mjs'), 'utf8')
}

it('the bundle of a function has what is said of its own route, and of no other in the same file', async () => {
  const bundle = await bundleOf('SignUp')
  const own = ['confirmation-sent', 'Sign up as mentor or mentee']
  const others = ['see-page', 'The page whose button stops mail']
  expect([...own, ...others].filter((words) => bundle.includes(words))).toEqual(own)
})
