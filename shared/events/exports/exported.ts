import * as z from 'zod'
import type { Event } from '../../domain/event.ts'
import { Answers } from '../../domain/question.ts'
import { CheckIn, Registration, registrationId } from '../../domain/registration.ts'

/** What a JSON export holds, read back. */

const Id = z.string().regex(/^[^.]+\.[1-9]\d{0,7}-[\w-]+$/, 'This is no id of a registration.')
const moment = z.iso.datetime().nullable()
const text = z.string().nullable()
/** Follows from the event and the others. */
const derived = z.unknown()

const { status, source, registeredAt, updatedAt, history, linkVersion } = Registration.shape
const columns = {
  registration_id: Id,
  event_id: derived,
  event_title: derived,
  start_local: derived,
  time_zone: derived,
  start_utc: derived,
  status,
  attendance: derived,
  waitlist_position: derived,
  offer_expires_at_utc: moment,
  first_name: text,
  last_name: text,
  email: text,
  phone: text,
  employer: text,
  job_title: text,
  state: text,
  registered_at_utc: registeredAt,
  updated_at_utc: updatedAt,
  cancelled_at_utc: moment,
  cancelled_by: Registration.shape.cancelledBy.nullable(),
  source,
  checked_in_at_utc: moment,
  check_in_method: CheckIn.shape.method.nullable(),
  minutes_attended: z.int().nullable(),
  consent_contact: z.boolean().nullable(),
  accessibility_needs: text,
  organizer_note: text,
  confirmed_at_utc: moment,
  wait_number: z.int().positive().nullable(),
  link_version: linkVersion,
  history,
}

/** A list of this event's people; an answer to a question that it never asked is refused by name. */
export function exportedList({ questions, askedBefore = [] }: Event) {
  const answers = [...questions, ...askedBefore].map(({ key }) => [`q_${key}`, Answers.valueType.nullable().optional()])
  const Item = z.strictObject<typeof columns>(Object.assign({ ...columns }, Object.fromEntries(answers)))
  return z.strictObject({ items: z.array(Item), total: z.int(), asOf: z.iso.datetime() })
}
export type ExportedItem = z.output<ReturnType<typeof exportedList>>['items'][number]

/** The number in a registration's id, and what nobody can guess in it. */
function idParts(id: string): { number: number; secret: string } {
  const [, number, secret = ''] = /\.(\d+)-(.*)$/.exec(id) ?? []
  return { number: Number(number), secret }
}

/** The registration that an item was made from. In another event it keeps its number and secret. */
export function registrationOf(event: Event, item: ExportedItem, hashOf: (email: string) => string): Registration {
  const { number, secret } = idParts(item.registration_id)
  const answers = Object.entries(item).filter(([name, value]) => name.startsWith('q_') && value !== null)
  const person = item.email !== null && {
    firstName: item.first_name,
    lastName: item.last_name,
    email: item.email,
    phone: item.phone,
    employer: item.employer,
    jobTitle: item.job_title,
    state: item.state,
    accessibilityNeeds: item.accessibility_needs,
    consentContact: item.consent_contact,
  }
  return Registration.parse({
    id: registrationId(event.id, number, secret),
    eventId: event.id,
    number,
    history: item.history,
    ...given({
      status: item.status,
      ...(person && { person: given(person) }),
      addressHash: item.email === null ? '' : hashOf(item.email),
      answers: Object.fromEntries(answers.map(([name, value]) => [name.slice('q_'.length), value])),
      source: item.source,
      registeredAt: item.registered_at_utc,
      updatedAt: item.updated_at_utc,
      confirmedAt: item.confirmed_at_utc,
      cancelledAt: item.cancelled_at_utc,
      cancelledBy: item.cancelled_by,
      waitNumber: item.wait_number,
      dueAt: item.offer_expires_at_utc,
      ...(item.checked_in_at_utc && { checkIn: { at: item.checked_in_at_utc, method: item.check_in_method } }),
      minutesAttended: item.minutes_attended,
      organizerNote: item.organizer_note,
      linkVersion: item.link_version,
      version: 1,
    }),
  })
}

const given = (values: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined))
