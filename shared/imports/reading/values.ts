import { TimeZone } from '../../domain/fields.ts'
import type { Role } from '../../domain/profile-form.ts'
import { roles, states, timeZones } from './vocabulary.ts'
import { hasWords, wordsOf } from './words.ts'

/** Numbers, yes and no, and names as people write them; undefined when a text is none of it. */

const NUMBER = new RegExp(
  [
    String.raw`^(?:about|approx\.?|around|over|more than|up to|ca\.?|>|~)?\s*`,
    String.raw`(?<whole>\d{1,4})(?:[.,]\d+)?`,
    String.raw`(?:\s*(?:-|–|to)\s*\d{1,2})?\s*\+?\s*`,
    String.raw`(?<unit>years?|yrs?\.?|y|months?|mos?\.?|mentees?|people|persons?)?(?:\s*\(.*\))?$`,
  ].join(''),
  'i',
)
const LESS_THAN_ONE = /^(?:<|less than|under)\s*(?:1|one|a)(?:\s*(?:year|yr)\.?)?$/i
const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** `5`, `5+ years`, `3-5` (the smaller one), `18 months` (whole years), `less than a year`, `two`. */
export function numberOf(text: string): number | undefined {
  if (LESS_THAN_ONE.test(text)) return 0
  const word = WORDS.indexOf(text.toLowerCase())
  if (word >= 0) return word
  const { whole, unit = '' } = NUMBER.exec(text)?.groups ?? {}
  if (whole === undefined) return undefined
  return /^mo/i.test(unit) ? Math.floor(Number(whole) / 12) : Number(whole)
}

/** A step of a scale from 1 to 5, which may be explained: `4 - an agenda each time`. */
export function stepOf(text: string): number | undefined {
  const step = /^([1-5])(?:[.,]0)?(?![\d.,])/.exec(text)?.[1]
  return step ? Number(step) : undefined
}

const YES = new Set(['yes', 'y', 'true', 't', '1', 'x', 'ok', 'checked', 'ja', 'si', 'agreed', 'accepted'])
const NO = new Set(['no', 'n', 'false', 'f', '0', 'none', 'unchecked', 'declined', 'never'])
const TICKS = new Set(['✓', '✔', '☑', '✅'])

export function yesOrNo(text: string): boolean | undefined {
  if (TICKS.has(text)) return true
  const [first = ''] = wordsOf(text).split(' ')
  return YES.has(first) ? true : NO.has(first) ? false : undefined
}

/** Google Forms gives the words beside a box that was ticked: `I agree that …`. */
export function agreed(text: string): boolean | undefined {
  const words = wordsOf(text)
  const denies = ['not', 'don t', 'dont', 'never', 'no', 'decline', 'disagree'].some((word) => hasWords(words, word))
  const agrees = ['agree', 'consent', 'accept', 'permission', 'confirm'].some((word) => hasWords(words, word))
  return yesOrNo(text) ?? (denies ? false : agrees ? true : undefined)
}

const SEEKS =
  /\b(?:have|find|finding|get|need|want|seek|seeking|looking for|searching for) (?:a |an |my )?mentor\b|mentored\b/

/** Also from a sentence, such as `I want to be a mentor` or `I am looking for a mentor`. */
export function roleOf(text: string): Role | 'both' | undefined {
  const found = roles.find(text)
  if (found) return found
  const words = wordsOf(text)
  const mentee = /\b(?:mentees?|protege)\b/.test(words) || SEEKS.test(words)
  const mentor = /\b(?:mentors?|mentoring)\b/.test(words.replace(SEEKS, ''))
  if (words === 'both' || (mentor && mentee)) return 'both'
  return mentor ? 'mentor' : mentee ? 'mentee' : undefined
}

/** `Sam Rivera` or `Rivera, Sam`; undefined when there is only one of the two. */
export function splitName(text: string): { firstName: string; lastName: string } | undefined {
  const comma = /^([^,]+),\s*([^,]+)$/.exec(text)
  const [, firstName, lastName] = comma ? ['', comma[2], comma[1]] : (/^(.+?)\s+(\S+)$/s.exec(text) ?? [])
  return firstName && lastName ? { firstName: firstName.trim(), lastName: lastName.trim() } : undefined
}

/** `sam@example.org`, as it is also found in `Sam Rivera <sam@example.org>` and `mailto:sam@example.org`. */
export const bareAddress = (text: string): string =>
  (/<([^<>]+)>\s*$/.exec(text)?.[1] ?? text)
    .replace(/^mailto:/i, '')
    .replace(/[;,]$/, '')
    .trim()

/** Whether a cell is an address rather than words that have one as an example. */
export const isAddress = (cell: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(bareAddress(cell.trim()))

/** Also from `Columbus, OH` and `Ohio (OH)`, if nothing else in it is a state. */
export function stateOf(text: string): string | undefined {
  const whole = states.find(text)
  if (whole) return whole
  const named = new Set(text.split(/[(),–—-]/).flatMap((part) => (part.trim() ? (states.find(part) ?? []) : [])))
  return named.size === 1 ? [...named][0] : undefined
}

/** A name of the IANA list, or what people call a zone. */
export const timeZoneOf = (text: string): string | undefined =>
  timeZones.find(text) ?? (TimeZone.safeParse(text).success ? text : undefined)
