import type { MEETING_WAYS } from '../shared/domain/profile-form.ts'
import { STATES } from '../shared/domain/states.ts'
import type { Term } from '../shared/domain/taxonomy.ts'
import { BLOCKS, DAYS, offsetMinutes, SLOTS } from '../shared/domain/week.ts'

/** Words for the codes that have no name in the domain's own lists. */

const MEETING_WORDS: Record<(typeof MEETING_WAYS)[number], string> = {
  video: 'Video call',
  phone: 'Phone',
  'in-person': 'In person',
  messages: 'Messages (e-mail, chat)',
}
export const MEETINGS: readonly Term[] = Object.entries(MEETING_WORDS).map(([code, name]) => ({ code, name }))

export const DAY_WORDS: Record<(typeof DAYS)[number], string> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
}
export const BLOCK_WORDS: Record<(typeof BLOCKS)[number], { name: string; hours: string }> = {
  night: { name: 'Night', hours: '12–6 am' },
  morning: { name: 'Morning', hours: '6 am–12' },
  afternoon: { name: 'Afternoon', hours: '12–6 pm' },
  evening: { name: 'Evening', hours: '6 pm–12' },
}

/** `["mon-night", "mon-evening"]` becomes `["Monday: night, evening"]`. */
export const weekInWords = (slots: readonly string[]): string[] =>
  DAYS.flatMap((day) => {
    const blocks = BLOCKS.filter((block) => SLOTS.some((slot) => slot === `${day}-${block}` && slots.includes(slot)))
    return blocks.length ? [`${DAY_WORDS[day]}: ${blocks.join(', ')}`] : []
  })

/** Each scale of working style, with what 1 and 5 mean. */
export const STYLES = {
  structure: { name: 'Structure', low: 'We see what comes up', high: 'An agenda each time' },
  feedback: { name: 'Feedback', low: 'Gentle', high: 'Frank' },
  pace: { name: 'Pace', low: 'A talk now and then', high: 'Something each week' },
} as const
export type StyleName = keyof typeof STYLES
export const STYLE_NAMES: readonly StyleName[] = ['structure', 'feedback', 'pace']

const languageNames = new Intl.DisplayNames('en', { type: 'language' })
/** Where browsers have no name, or not the usual one. */
const MORE_LANGUAGES: Record<string, string> = { tl: 'Tagalog', ase: 'American Sign Language' }
const COMMON_LANGUAGES = ['en', 'es', 'zh', 'tl', 'vi', 'ko', 'fr', 'ar', 'hi', 'pt', 'ru', 'ht', 'ase']

/** The languages most spoken in the United States, and whatever else somebody already has. */
export const languageTerms = (own: readonly string[]): Term[] =>
  [...new Set([...COMMON_LANGUAGES, ...own])].map((code) => ({
    code,
    name: MORE_LANGUAGES[code] ?? languageNames.of(code) ?? code,
  }))

/** The zones of the states, the browser's own, and the one somebody has; east first. */
export function zoneTerms(own: string): Term[] {
  const zones = new Set([...STATES.map((state) => state.timeZone), browserZone(), own].filter(Boolean))
  const now = new Date()
  return [...zones]
    .map((code) => ({ code, name: zoneName(code), offset: offsetMinutes(code, now) }))
    .sort((one, other) => other.offset - one.offset || one.name.localeCompare(other.name))
}

export const browserZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

/** `America/Chicago` becomes `Central Time (Chicago)`. */
export function zoneName(zone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longGeneric' }).formatToParts()
  const place = zone.split('/').at(-1)?.replaceAll('_', ' ')
  return `${parts.find((part) => part.type === 'timeZoneName')?.value ?? zone} (${place})`
}

export { whenIn } from './when.ts'

export const dayOf = (instant: string): string =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'long' }).format(new Date(instant))
