import { FIELD_WORDS } from './field-words.ts'

type Wrong = { path: string; message: string }
const WORDS: Readonly<Record<string, string>> = FIELD_WORDS

/** What is wrong with a row, line by line. What no column has is called by its name. */
export const whysOf = (errors: readonly Wrong[]): string[] =>
  errors.map(({ path, message }) => {
    const name = message.startsWith('There is no column') ? WORDS[path] : undefined
    return name ? `${name}: ${message}` : message
  })
