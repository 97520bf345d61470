import { inert } from './inert.ts'
import type { Format } from './wanted.ts'

/** Where a file name cannot have it on one system or another. */
const NOT_IN_NAMES = /[\\/:*?"<>|\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu
const MOST_CHARACTERS = 80

/** A download's header: the title as a file name that no program takes for a formula, for old browsers a plain one. */
export function attachment(title: string, format: Format): string {
  const short = Array.from(title).slice(0, MOST_CHARACTERS).join('')
  const name = `${inert(short).replace(NOT_IN_NAMES, '-')} attendees.${format}`
  return `attachment; filename="attendees.${format}"; filename*=UTF-8''${encoded(name)}`
}

/** As RFC 8187 has it, which is stricter than a part of a URL. */
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
