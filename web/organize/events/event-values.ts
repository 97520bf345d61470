import * as z from 'zod'
import type { OrganizerEvent } from './answers.ts'
import { QuestionValues, questionValues } from './question-values.ts'
import { minutesBetween, wallLater, wallOf } from './wall-clock.ts'

/** The form of an event as the browser holds it: texts, under the names that the API has. Times are the event's clock. */
const text = z.string()
export const EventValues = z.object({
  title: text,
  kind: text,
  audience: text,
  description: text,
  timeZone: text,
  startsAt: text,
  endsAt: text,
  place: text,
  onlineUrl: text,
  capacity: text,
  'waitlist.policy': text,
  'registration.opensAt': text,
  'registration.closesAt': text,
  questions: z.array(QuestionValues),
  /** Only of an event that is being made: see `series-values.ts`. `series` is a rule of RFC 5545. */
  repeats: text,
  series: text,
  ends: text,
  count: text,
  until: text,
  /** Only of one that is there. */
  recordingUrl: text,
})
export type EventValues = z.output<typeof EventValues>
export type ValueName = keyof EventValues
export const VALUE_NAMES = EventValues.keyof().options

/** A form in which nothing is said yet but what most would say. */
export const newValues = (timeZone: string): EventValues => ({
  ...readValues(new FormData(), []),
  kind: 'meeting',
  audience: 'everyone',
  'waitlist.policy': 'offer',
  timeZone,
  ends: 'count',
  count: '6',
})

export const readValues = (form: FormData, questions: readonly QuestionValues[]): EventValues =>
  EventValues.parse({
    ...Object.fromEntries(VALUE_NAMES.map((name) => [name, String(form.get(name) ?? '')])),
    questions,
  })

export function eventValues(event: OrganizerEvent): EventValues {
  const wall = (instant: string | undefined) => (instant ? wallOf(instant, event.timeZone) : '')
  return {
    ...readValues(new FormData(), event.questions.map(questionValues)),
    title: event.title,
    kind: event.kind,
    audience: event.audience,
    description: event.description ?? '',
    timeZone: event.timeZone,
    startsAt: wall(event.startsAt),
    endsAt: wall(event.endsAt),
    place: event.place ?? '',
    onlineUrl: event.onlineUrl ?? '',
    capacity: String(event.capacity ?? ''),
    'waitlist.policy': event.waitlist.policy,
    'registration.opensAt': wall(event.registration.opensAt),
    'registration.closesAt': wall(event.registration.closesAt),
    recordingUrl: event.recordingUrl ?? '',
  }
}

export const isSame = (one: EventValues, other: EventValues, name: ValueName): boolean =>
  JSON.stringify(one[name]) === JSON.stringify(other[name])

export const differing = (one: EventValues, other: EventValues): ValueName[] =>
  VALUE_NAMES.filter((name) => !isSame(one, other, name))

const MINUTES_AT_FIRST = 60

/** The end after the start was changed: it keeps its distance; an hour, where there was none. */
export function endFollowing(before: string, after: string, end: string): string {
  if (!after || before === after) return end
  if (!end || (!before && end <= after)) return wallLater(after, MINUTES_AT_FIRST)
  return before ? wallLater(end, minutesBetween(before, after)) : end
}
