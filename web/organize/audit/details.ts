import { many } from '../parts/counted.ts'
import type { Entry } from './answers.ts'

type Value = Entry['details'][string]

/** What some details say; nothing when they say only what goes without saying. */
const WORDS: Readonly<Record<string, (value: Value, entry: Entry) => string>> = {
  fields: (value) => `changed: ${listed(value, spaced)}`,
  phrases: (value) => `changed: ${listed(value, spaced)}`,
  eventIds: (value) => (Array.isArray(value) && value.length > 1 ? many(value.length, 'date') : ''),
  publish: (value) => (value === true ? 'to be published when it is ready' : 'as a draft'),
  pins: (value) => (typeof value === 'number' && value > 0 ? `with ${many(value, 'pinned pair')}` : ''),
  ownSettings: (value) => (value === true ? 'with weights or rules of its own' : ''),
  never: (value) => (value === true ? 'never to be paired again' : ''),
  told: (value) => (value === true ? 'both were told' : 'nobody was told'),
  was: (value) => `was ${value}`,
  rows: (value) => (typeof value === 'number' ? many(value, 'row') : ''),
  invite: (value) => (value === true ? 'with invitations' : 'without invitations'),
  of: () => '',
  labels: () => '',
  explode: () => '',
  to: (value) => `to ${value}`,
  from: (value, { what }) => {
    if (what === 'event-copied') return ''
    return what === 'round-started' ? 'in the place of another draft' : `from ${value}`
  },
}

/** Details as a few words, e.g. `changed: starts at, capacity`. Names that have no words yet are shown as they are. */
export const detailsInWords = (entry: Entry): string =>
  Object.entries(entry.details)
    .map(([name, value]) =>
      Object.hasOwn(WORDS, name) ? (WORDS[name]?.(value, entry) ?? '') : `${spaced(name)}: ${listed(value)}`,
    )
    .filter(Boolean)
    .join('; ')

const listed = (value: Value, each: (name: string) => string = (name) => name): string =>
  Array.isArray(value) ? value.map(each).join(', ') : typeof value === 'boolean' ? (value ? 'yes' : 'no') : `${value}`

/** `startsAt` becomes `starts at`. */
const spaced = (name: string): string =>
  name.replace(/([a-z])([A-Z])/g, (_, end, start) => `${end} ${start.toLowerCase()}`)
