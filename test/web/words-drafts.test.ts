import { expect, it } from 'vitest'
import { changesIn, mergedWith } from '../../web/organize/mail/drafts.ts'

const phrase = (id: string, text?: string) => ({
  id,
  label: id,
  original: `The original of ${id}`,
  fields: [],
  ...(text && { text }),
})
const words = { phrases: [phrase('title'), phrase('hello', 'Our own hello')] }

it('what is typed as it is already is no change', () => {
  expect(changesIn(words, { title: 'The original of title', hello: 'Our own hello' })).toEqual({})
})

it('new words are a change, and the original typed again goes back to it', () => {
  expect(changesIn(words, { title: 'Hi', hello: 'The original of hello' })).toEqual({ title: 'Hi', hello: null })
})

it('going back to the original is a change only where the words are our own', () => {
  expect(changesIn(words, { title: null, hello: null })).toEqual({ hello: null })
})

it('drafts of phrases that are gone are gone, too', () => {
  expect(mergedWith(words, { title: 'Hi', gone: 'Bye' })).toEqual({ title: 'Hi' })
})
