import { editRegistrationRoute } from '../shared/api/attendees.ts'
import type { Taken } from '../shared/api/route.ts'
import { organizerRegistrationView } from '../shared/domain/event-view.ts'
import { isIn } from '../shared/domain/registration.ts'
import { notFound } from '../shared/errors.ts'
import { deployedSeating } from '../shared/events/deployed-seating.ts'
import type { Seating } from '../shared/events/seating.ts'
import { http } from '../shared/http.ts'
import { type AuditStore, auditStore } from '../shared/store/audit.ts'
import { deployedTable, type Table } from '../shared/store/client.ts'
import { type RegistrationStore, registrationStore } from '../shared/store/registrations.ts'
import { untilFresh } from '../shared/store/write.ts'

type Deps = {
  table: Pick<Table, 'transact'>
  registrations: Pick<RegistrationStore, 'around' | 'placeOf' | 'changing'>
  seating: Pick<Seating, 'giveUp'>
  audit: Pick<AuditStore, 'adding'>
}
type Request = Taken<typeof editRegistrationRoute> & { who: string }

/** An organizer cancels somebody's registration, notes something, or enters how long they were there. */
export const editRegistration =
  ({ table, registrations, seating, audit }: Deps) =>
  async ({ path: { eventId, registrationId: id }, body: { status, ...patch }, who }: Request, now: Date) => {
    const find = async () => {
      const found = await registrations.around(id)
      if (found?.event.id !== eventId) throw notFound('registration')
      return found
    }
    const { registration } = await find()
    if (status && isIn(registration)) {
      const entry = { at: now.toISOString(), who, what: 'registration-cancelled', subject: id } as const
      await seating.giveUp(id, 'organizer', now, [audit.adding({ ...entry, details: { was: registration.status } })])
    }
    return untilFresh(async () => {
      const { event, registration } = await find()
      const { organizerNote = registration.organizerNote, minutesAttended = registration.minutesAttended } = patch
      const { organizerNote: _note, minutesAttended: _minutes, ...rest } = registration
      const changed = {
        ...rest,
        updatedAt: now.toISOString(),
        ...(organizerNote && { organizerNote }),
        ...(typeof minutesAttended === 'number' && { minutesAttended }),
      }
      const edits = Object.keys(patch).length > 0
      if (edits) await table.transact([registrations.changing(changed)])
      const position = registration.status === 'waitlisted' ? await registrations.placeOf(registration) : undefined
      return { body: organizerRegistrationView(edits ? changed : registration, { event, position, now }) }
    })
  }

const table = deployedTable()
export const handler = http(
  editRegistrationRoute().takes,
  editRegistration({
    table,
    registrations: registrationStore(table),
    seating: deployedSeating(table),
    audit: auditStore(table),
  }),
)
