/**
 * Makes text safe to stand in a mail, whoever wrote it. Sign-up forms are checked too, but a mail must not depend on
 * that: a subject is a header, and a confirmation goes to an address that a stranger typed.
 */

/** Characters that turn the reading direction of what follows, which can make a text say something else. */
const DIRECTION_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g

/** A whole header line fits in 78 columns (RFC 5322 §2.1.1); for a subject we count its text. */
const SUBJECT_LENGTH = 78

/** One line: no control or invisible characters, single spaces. */
export const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ')
    .replace(/(?!\u200d)\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()

/** The lines of a longer text, without control characters and with at most one blank line in a row. */
export const manyLines = (text: string): string[] =>
  text
    .toWellFormed()
    .replace(/\r\n?|[\p{Zl}\p{Zp}]/gu, '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(DIRECTION_CONTROLS, '')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .split('\n')

/**
 * A person's name as it may stand in a mail. Mail programs turn `evil.example` and `https://…` into links, so a "name"
 * like that would make our mail carry a stranger's link: its marks are taken away. Ordinary names stay as they are.
 */
export const personName = (name: string): string =>
  oneLine(name.replace(/[/\\:@#?]+/g, ' ').replace(/\.(?=[\p{L}\p{N}]{2})/gu, '. '))

/** A subject: one line of at most 78 characters, cut between whole characters. */
export function subjectLine(text: string): string {
  const line = oneLine(text)
  if (line.length <= SUBJECT_LENGTH) return line
  let cut = ''
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(line)) {
    if (cut.length + segment.length >= SUBJECT_LENGTH) break
    cut += segment
  }
  return `${cut.trimEnd()}…`
}

/** `no mentor is free` → `No mentor is free.` */
export function sentence(text: string): string {
  const line = oneLine(text)
  const start = line.charAt(0).toUpperCase() + line.slice(1)
  return /[.!?…]$/.test(start) ? start : `${start}.`
}
