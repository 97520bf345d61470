import { AUDIENCES, EVENT_KINDS, WAITLIST_POLICIES } from '../../../shared/domain/event.ts'
import type { Term } from '../../../shared/domain/taxonomy.ts'
import { momentIn } from '../../event/times.ts'
import { KINDS, people } from '../../event/words.ts'
import type { OrganizerEvent, OrganizerRegistration } from './answers.ts'
import type { EventValues, ValueName } from './event-values.ts'
import { instantOf } from './wall-clock.ts'

/** Words for what organizers see of events. */

export const AUDIENCE_WORDS: Record<OrganizerEvent['audience'], string> = {
  everyone: 'Everybody',
  members: 'Members of the programme',
  mentors: 'Mentors',
  mentees: 'Mentees',
}
const POLICY_WORDS: Record<OrganizerEvent['waitlist']['policy'], string> = {
  offer: 'Ask the first in line',
  auto: 'Give it to the first in line',
  off: 'There is no waiting line',
}
export const LINE_WORDS: Record<OrganizerEvent['waitlist']['policy'], string> = {
  offer: 'The first in line is asked, and a free seat is held meanwhile.',
  auto: 'The first in line has a free seat at once.',
  off: 'Whoever comes first has a free seat: there is no waiting line.',
}
const termsOf = <Code extends string>(codes: readonly Code[], words: Record<Code, string>): Term[] =>
  codes.map((code) => ({ code, name: words[code] }))

export const KIND_TERMS: readonly Term[] = EVENT_KINDS.map((code) => ({ code, name: KINDS[code].one }))
export const AUDIENCE_TERMS = termsOf(AUDIENCES, AUDIENCE_WORDS)
export const POLICY_TERMS = termsOf(WAITLIST_POLICIES, POLICY_WORDS)

export const STATUS_WORDS: Record<OrganizerRegistration['status'], string> = {
  confirmed: 'Has a seat',
  offered: 'Is asked about a seat',
  waitlisted: 'In line',
  cancelled: 'Cancelled',
  expired: 'Let an offer pass',
}
export const STATUS_TERMS: readonly Term[] = Object.entries(STATUS_WORDS).map(([code, name]) => ({ code, name }))

export const ATTENDANCE_WORDS: Record<OrganizerRegistration['attendance'], string> = {
  expected: '',
  attended: 'Was there',
  'no-show': 'Did not come',
  none: '',
}

export const QUESTION_TYPES: readonly Term[] = [
  { code: 'text', name: 'Words of their own' },
  { code: 'choice', name: 'One of a list' },
  { code: 'choices', name: 'Several of a list' },
  { code: 'yes-no', name: 'Yes or no' },
  { code: 'number', name: 'A number' },
]

/** The name of each field, in the form, in its errors, and where two versions are compared; in the form's order. */
export const FIELD_NAMES: Record<ValueName, string> = {
  title: 'Title',
  kind: 'Kind',
  audience: 'Who it is for',
  description: 'What it is about',
  timeZone: 'Time zone',
  startsAt: 'Starts',
  endsAt: 'Ends',
  place: 'Place',
  onlineUrl: 'Link to join online',
  capacity: 'How many seats',
  'waitlist.policy': 'When a seat becomes free',
  'registration.opensAt': 'Registration opens',
  'registration.closesAt': 'Registration closes',
  questions: 'Questions',
  repeats: 'Repeats',
  series: 'Rule of the series',
  ends: 'End of the series',
  count: 'How many dates',
  until: 'Last day',
  recordingUrl: 'Link to the recording',
}

/** What a field says, for a reader who compares; `—` for nothing. */
export function valueInWords(values: EventValues, name: ValueName): string {
  switch (name) {
    case 'questions':
      return values.questions.map(({ label }) => label).join('; ') || NOTHING
    case 'kind':
      return nameIn(KIND_TERMS, values.kind)
    case 'audience':
      return nameIn(AUDIENCE_TERMS, values.audience)
    case 'waitlist.policy':
      return nameIn(POLICY_TERMS, values['waitlist.policy'])
    case 'startsAt':
    case 'endsAt':
    case 'registration.opensAt':
    case 'registration.closesAt': {
      const read = instantOf(values[name], values.timeZone)
      return read.ok ? momentIn(read.instant, values.timeZone) : values[name] || NOTHING
    }
    case 'capacity':
      return values.capacity || 'No limit'
    default:
      return values[name] || NOTHING
  }
}
const NOTHING = '—'

const nameIn = (terms: readonly Term[], code: string): string =>
  terms.find((term) => term.code === code)?.name ?? (code || NOTHING)

export const takenSeats = ({ seats }: Pick<OrganizerEvent, 'seats'>): number => seats.confirmed + seats.held

/** Fewer seats were typed than are taken. */
export const isTooFew = ({ capacity }: EventValues, event: OrganizerEvent): boolean =>
  capacity.trim() !== '' && Number(capacity) < takenSeats(event)

/** `9 of 12`, or `9` where there is no limit. */
export function takenInWords({ capacity, seats }: Pick<OrganizerEvent, 'capacity' | 'seats'>): string {
  const taken = takenSeats({ seats })
  return capacity === undefined ? `${taken}` : `${taken} of ${capacity}`
}

/** `2 held, 5 in line`; nothing to say when nobody is asked and nobody waits. */
export const besidesInWords = ({ seats }: Pick<OrganizerEvent, 'seats'>): string =>
  [seats.held ? `${seats.held} held` : '', seats.waiting ? `${seats.waiting} in line` : ''].filter(Boolean).join(', ')

/** How many hear of it when the event moves or is called off: who has a seat, is asked about one, or waits. */
export const concerned = ({ seats }: Pick<OrganizerEvent, 'seats'>): number =>
  seats.confirmed + seats.held + seats.waiting

/** Who hears of a cancellation: `14 people hear of it by e-mail, …`. */
export const toldInWords = (event: Pick<OrganizerEvent, 'seats'>): string => {
  const count = concerned(event)
  if (count === 0) return 'Nobody has registered, so nobody is told.'
  return `${people(count)} ${count === 1 ? 'hears' : 'hear'} of it by e-mail, and it leaves their calendars.`
}

/** After an event’s people were forgotten there is only a number. */
export const nameOf = ({ person, number }: OrganizerRegistration): string =>
  person ? `${person.firstName} ${person.lastName}` : `Registration ${number}`
