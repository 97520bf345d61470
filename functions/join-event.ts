import { joinEventRoute } from '../shared/api/registrations.ts'
import type { Taken } from '../shared/api/route.ts'
import { joining } from '../shared/domain/joining.ts'
import { conflict } from '../shared/errors.ts'
import { ownRegistration } from '../shared/events/registrant.ts'
import { http } from '../shared/http.ts'
import { deployedLinks, type Links } from '../shared/links.ts'
import { deployedTable, type Table } from '../shared/store/client.ts'
import { type RegistrationStore, registrationStore } from '../shared/store/registrations.ts'
import { untilFresh } from '../shared/store/write.ts'

type Deps = {
  table: Pick<Table, 'transact'>
  links: Links
  registrations: Pick<RegistrationStore, 'around' | 'placeOf' | 'changing'>
}
type Request = Pick<Taken<typeof joinEventRoute>, 'path'> & { bearer: string | undefined }

/** Somebody joins an online event: from 15 minutes before it begins, they are checked in and get its address. */
export const joinEvent =
  ({ table, links, registrations }: Deps) =>
  ({ bearer, path: { registrationId } }: Request, now: Date) =>
    untilFresh(async () => {
      const { event, registration } = await ownRegistration({ links, registrations })(bearer, registrationId, now)
      const door = joining(event, registration, now)
      if ('refused' in door) throw conflict(door.refused)
      if (!registration.checkIn) {
        const at = now.toISOString()
        const changed = { ...registration, checkIn: { at, method: 'link' }, updatedAt: at } as const
        await table.transact([registrations.changing(changed)])
      }
      return { body: door }
    })

const table = deployedTable()
export const handler = http(
  joinEventRoute().takes,
  joinEvent({ table, links: await deployedLinks(), registrations: registrationStore(table) }),
)
