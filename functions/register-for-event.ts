import { createHash } from 'node:crypto'
import { registerForEventRoute } from '../shared/api/registrations.ts'
import type { Taken } from '../shared/api/route.ts'
import { looksAutomatic } from '../shared/domain/profile-form.ts'
import { registrationForm, registrationId } from '../shared/domain/registration.ts'
import { invalid, notFound } from '../shared/errors.ts'
import { deployedSeating, newSecret } from '../shared/events/deployed-seating.ts'
import type { Seating } from '../shared/events/seating.ts'
import { http, parseBody } from '../shared/http.ts'
import { hashOf } from '../shared/store/addresses.ts'
import { deployedTable } from '../shared/store/client.ts'
import { type EventStore, eventStore } from '../shared/store/events.ts'

type Deps = { events: Pick<EventStore, 'get'>; seats: Pick<Seating, 'register'>; newSecret: () => string }

type Click = Taken<typeof registerForEventRoute> & {
  headers: Readonly<Record<string, string | undefined>>
}

const LONGEST_KEY = 255

/**
 * Somebody registers for an event: they have a seat, or a place in line. One registration an address and event; a click
 * that is repeated with the same `Idempotency-Key` gets the same answer. Programs get one too, and are forgotten.
 */
export const registerForEvent =
  ({ events, seats, newSecret }: Deps) =>
  async ({ path: { eventId }, body: { website, secondsOpen, ...body }, headers }: Click, now: Date) => {
    const event = await events.get(eventId)
    if (!event || event.status === 'draft') throw notFound('event')
    const form = parseBody(registrationForm(event), body)
    const key = keyIn(headers)
    if (looksAutomatic({ website, secondsOpen })) {
      return { status: 201, body: { registrationId: registrationId(eventId, 0, newSecret()), status: 'confirmed' } }
    }
    const made = { addressHash: hashOf(form.email), key }
    const { registration, position } = await seats.register(eventId, form, made, now)
    return { status: 201, body: { registrationId: registration.id, status: registration.status, position } }
  }

function keyIn(headers: Click['headers']): string | undefined {
  const key = headers['idempotency-key']
  if (key && key.length > LONGEST_KEY) {
    throw invalid([{ path: 'Idempotency-Key', message: `Please use at most ${LONGEST_KEY} characters.` }])
  }
  return key && createHash('sha256').update(key).digest('base64url')
}

const table = deployedTable()
export const handler = http(
  registerForEventRoute().takes,
  registerForEvent({ events: eventStore(table), seats: deployedSeating(table), newSecret }),
)
