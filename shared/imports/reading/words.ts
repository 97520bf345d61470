/** Text as people compare it: no accents, no case, no marks. `Work/life integration!` becomes `work life integration`. */
export const wordsOf = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The same for a heading, which may be a name of a program: `yearsOfExperience` becomes `years of experience`. */
export const headingWords = (text: string): string => wordsOf(text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'))

/** A cell without what nobody sees: spaces around it, zero-width characters, the no-break spaces of web pages. */
export const tidy = (cell: string): string =>
  cell
    .normalize('NFC')
    .replace(/[\u00A0\u2007\u202F]/g, ' ')
    .replace(/[\u00AD\u200B-\u200F\u2060\uFEFF]/g, '')
    .trim()

/** Whether these words stand in the text one after the other. Both as `wordsOf` makes them. */
export const hasWords = (text: string, words: string): boolean => ` ${text} `.includes(` ${words} `)
