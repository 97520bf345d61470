import { FIELDS } from '../../../shared/imports/reading/headings.ts'
import { headingWords } from '../../../shared/imports/reading/words.ts'

/** A file with headings alone, each of which we understand; for whoever begins with nothing. */
export const emptyList = (): string =>
  `\uFEFF${FIELDS.filter((field) => field !== 'name')
    .map((field) => capital(headingWords(field)))
    .join(',')}\r\n`

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
