import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { bundleOf } from '../../infra/bundle.ts'

const inBundle = (file: string, words: string) =>
  readFileSync(join(bundleOf(file), 'index.mjs'), 'utf8').includes(words)

it('the bundle of a function has what is said of its own route, and of no other in the same file', () => {
  const [ownAnswer, ownWords] = ['confirmation-sent', 'Sign up as mentor or mentee']
  const [otherAnswer, otherWords] = ['see-page', 'The page whose button stops mail']
  expect([ownAnswer, ownWords, otherAnswer, otherWords].map((words) => inBundle('sign-up', words))).toEqual([
    true,
    true,
    false,
    false,
  ])
})
