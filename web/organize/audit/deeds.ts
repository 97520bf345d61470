import { to } from '../place.ts'
import type { Entry } from './answers.ts'

type Place = { name: string; href: string }

/** A deed in words: `cancelled` `an event`. `place`: where the console has what it was done to. */
type Deed = { did: string; what: string | ((entry: Entry) => string); place?: (entry: Entry) => string }

/** What was made as a series has an id of its own; its first event has a page. */
const event = ({ subject, details: { eventIds } }: Entry) =>
  to('events', (Array.isArray(eventIds) && eventIds[0]) || subject)
const person = ({ subject }: Entry) => to('people', subject)
const round = ({ subject }: Entry) => to('rounds', subject)

/** A registration is `<eventId>.<number>`, a match `<roundId>.<menteeId>`. */
const before = (id: string): string => id.split('.')[0] ?? id
const after = (id: string): string => id.split('.')[1] ?? id

/** Lists that are not of one event. */
const LISTS: Readonly<Record<string, Place>> = {
  audit: { name: 'this trail', href: to('audit') },
  matches: { name: 'the list of matches', href: to('people') },
  profiles: { name: 'the list of people', href: to('people') },
}
const OF_PEOPLE = { name: 'a list of people', href: to('people') }

function listOf({ subject, details: { of } }: Entry): Place {
  if (of === 'people') return OF_PEOPLE
  const list = Object.hasOwn(LISTS, subject) ? LISTS[subject] : undefined
  return list ?? { name: 'a list of an event', href: to('events', subject) }
}

/** The words of a kind of e-mail. */
const words = ({ subject }: Entry) => to('mail', 'words', subject)

const DEEDS: Readonly<Record<string, Deed>> = {
  'event-created': { did: 'made', what: 'an event', place: event },
  'event-edited': { did: 'changed', what: 'an event', place: event },
  'event-copied': { did: 'copied', what: 'an event', place: event },
  'event-cancelled': { did: 'cancelled', what: 'an event', place: event },
  'seats-overridden': { did: 'set fewer seats than are taken for', what: 'an event', place: event },
  'registration-cancelled': {
    did: 'cancelled the registration of somebody for',
    what: 'an event',
    place: ({ subject }) => to('events', before(subject)),
  },
  export: { did: 'downloaded', what: (entry) => listOf(entry).name, place: (entry) => listOf(entry).href },
  import: { did: 'imported', what: (entry) => listOf(entry).name, place: (entry) => listOf(entry).href },
  'profile-edited': { did: 'changed', what: 'a profile', place: person },
  'profile-deleted': { did: 'deleted', what: 'a profile', place: person },
  'link-sent': { did: 'sent a fresh link to', what: 'a person', place: person },
  'note-added': { did: 'wrote a note about', what: 'a person', place: person },
  'note-removed': { did: 'removed a note about', what: 'a person', place: person },
  'round-started': { did: 'started', what: 'a round', place: round },
  'round-published': { did: 'published', what: 'a round', place: round },
  'round-discarded': { did: 'threw away', what: 'a draft round', place: round },
  'match-taken-out': {
    did: 'took a pair out of',
    what: 'a round',
    place: ({ subject }) => to('rounds', before(subject)),
  },
  'match-ended': { did: 'ended', what: 'a match', place: ({ subject }) => to('people', after(subject)) },
  'mail-sent-again': { did: 'sent again', what: 'an e-mail', place: () => to('mail') },
  'test-mail-sent': { did: 'sent a test of', what: 'an e-mail', place: words },
  'words-edited': { did: 'changed the words of', what: 'an e-mail', place: words },
  'settings-edited': { did: 'changed', what: 'the settings', place: () => to('settings') },
}

export function deedOf(entry: Entry): { did: string; what: string; href?: string } {
  const deed = Object.hasOwn(DEEDS, entry.what) ? DEEDS[entry.what] : undefined
  if (!deed) return { did: entry.what.replaceAll('-', ' '), what: '' }
  const href = deed.place?.(entry)
  const what = typeof deed.what === 'string' ? deed.what : deed.what(entry)
  return { did: deed.did, what, ...(href && { href }) }
}
