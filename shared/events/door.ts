import { createHash } from 'node:crypto'
import { type CheckInForm, checkedIn, checkedOut, doorOpensAt, isAhead } from '../domain/check-in.ts'
import type { Event } from '../domain/event.ts'
import { isIn, type Registration } from '../domain/registration.ts'
import type { Seats } from '../domain/seats.ts'
import { invalid, notFound } from '../errors.ts'
import type { Table } from '../store/client.ts'
import type { EventStore } from '../store/events.ts'
import type { RegistrationStore } from '../store/registrations.ts'
import { untilFresh } from '../store/write.ts'

type Deps = {
  table: Pick<Table, 'write'>
  events: Pick<EventStore, 'get'>
  registrations: Pick<RegistrationStore, 'get' | 'changing'>
}

/** Of a key that a device made, so that what is stored is none of its words. */
export const keyHash = (key: string): string => createHash('sha256').update(key).digest('base64url')

/** Who comes in, and who did not after all. Seats stay as they are, so that the counts have no part in it. */
export const door = ({ table, events, registrations }: Deps) => {
  async function published(eventId: string): Promise<Event> {
    const event = await events.get(eventId)
    if (!event || event.status === 'draft') throw notFound('event')
    return event
  }

  return {
    /** 400 when the device's clock is ahead; everything else is an answer for the volunteer. */
    checkIn: (eventId: string, form: CheckInForm, now: Date) =>
      untilFresh(async () => {
        const { registrationId, at = now.toISOString(), idempotencyKey, method } = form
        if (isAhead(at, now)) {
          throw invalid([{ path: 'at', message: 'This is later than now. Please set the clock of this device.' }])
        }
        const [event, registration] = await Promise.all([published(eventId), registrations.get(registrationId)])
        const decided = checkedIn(event, registration, { at, method, key: keyHash(idempotencyKey) }, now)
        switch (decided.result) {
          case 'unknown':
            return { result: decided.result, registrationId }
          case 'wrong-event':
            return {
              result: decided.result,
              registrationId,
              event: shown(await events.get(registration?.eventId ?? '')),
            }
          case 'too-early':
            return { result: decided.result, ...nameOf(registration), registrationId, opensAt: doorOpensAt(event) }
          case 'ok':
          case 'already': {
            const { result, firstAt, checkIn } = decided
            if (registration && checkIn) {
              await table.write(registrations.changing({ ...registration, checkIn, updatedAt: now.toISOString() }))
            }
            return { result, ...nameOf(registration), registrationId, firstAt }
          }
          default:
            return { result: decided.result, ...nameOf(registration), registrationId }
        }
      }),

    /**
     * It was a mistake. Doing it again changes nothing. `at`: when it was taken back; who was checked in after that is in,
     * however late we hear of the undo.
     */
    undo: (eventId: string, registrationId: string, at: string, now: Date) =>
      untilFresh(async () => {
        const registration = await registrations.get(registrationId)
        if (registration?.eventId !== eventId) throw notFound('registration')
        const { checkIn, ...rest } = registration
        const left = checkIn && checkedOut(checkIn, at)
        if (left !== checkIn) {
          const next = { ...rest, ...(left && { checkIn: left }), updatedAt: now.toISOString() }
          await table.write(registrations.changing(next))
        }
        return { registrationId, checkedIn: left !== undefined }
      }),
  }
}

/** Which event a code is for. */
const shown = (event: Event | undefined) =>
  event && { title: event.title, startsAt: event.startsAt, timeZone: event.timeZone }

const nameOf = (registration: Registration | undefined) => {
  const { firstName, lastName } = registration?.person ?? {}
  return { firstName, lastName }
}

/** An event as the door sees it. */
export const doorEvent = (event: Event, seats: Seats) => ({
  eventId: event.id,
  title: event.title,
  status: event.status,
  startsAt: event.startsAt,
  endsAt: event.endsAt,
  timeZone: event.timeZone,
  opensAt: doorOpensAt(event),
  confirmed: seats.confirmed,
  seatsLeft: seats.seatsLeft,
})

/** Somebody on the door list: a name and whether they are in. No address, no answer, no need. */
export const onDoorList = (registration: Registration) =>
  isIn(registration) && registration.person
    ? [
        {
          registrationId: registration.id,
          ...nameOf(registration),
          status: registration.status,
          checkedInAt: registration.checkIn?.at,
        },
      ]
    : []
