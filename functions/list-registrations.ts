import { listRegistrationsRoute } from '../shared/api/attendees.ts'
import { organizerRegistrationView } from '../shared/domain/event-view.ts'
import type { Registration } from '../shared/domain/registration.ts'
import { notFound } from '../shared/errors.ts'
import { http } from '../shared/http.ts'
import { deployedTable } from '../shared/store/client.ts'
import { eventStore } from '../shared/store/events.ts'
import { registrationStore } from '../shared/store/registrations.ts'

const table = deployedTable()
const events = eventStore(table)
const registrations = registrationStore(table)

/**
 * Who has registered for an event, in that order: by status, and a piece of name or address. Each with its place in line
 * and its history. One answer looks at some of them only, so it can be empty and still have a `nextCursor`.
 */
export const handler = http(
  listRegistrationsRoute().takes,
  async ({ path: { eventId }, query: { status, q, cursor } }, now) => {
    const event = await events.get(eventId)
    if (!event) throw notFound('event')
    const fits = (registration: Registration) =>
      (!status || registration.status === status) && (!q || isAbout(registration, q))
    const page = await registrations.list(eventId, fits, cursor)
    const someWait = page.items.some((each) => each.status === 'waitlisted')
    const line = someWait ? await registrations.waitNumbers(eventId) : []
    const places = new Map(line.map((number, index) => [number, index + 1]))
    const items = page.items.map((registration) => {
      const position = registration.status === 'waitlisted' ? places.get(registration.waitNumber ?? 0) : undefined
      return organizerRegistrationView(registration, { event, position, now })
    })
    return { body: { ...page, items } }
  },
)

function isAbout({ person }: Registration, q: string): boolean {
  if (!person) return false
  const { firstName, lastName, email, employer } = person
  const piece = q.toLowerCase()
  return [`${firstName} ${lastName}`, email, employer].some((text) => text?.toLowerCase().includes(piece))
}
