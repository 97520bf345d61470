import { cancelRegistrationRoute } from '../shared/api/registrations.ts'
import type { Taken } from '../shared/api/route.ts'
import { deployedSeating } from '../shared/events/deployed-seating.ts'
import { ownRegistration, registrationView } from '../shared/events/registrant.ts'
import type { Seating } from '../shared/events/seating.ts'
import { http } from '../shared/http.ts'
import { deployedLinks, type Links } from '../shared/links.ts'
import { deployedTable } from '../shared/store/client.ts'
import { type RegistrationStore, registrationStore } from '../shared/store/registrations.ts'

type Deps = {
  links: Links
  registrations: Pick<RegistrationStore, 'around' | 'placeOf'>
  seats: Pick<Seating, 'giveUp'>
}
type Request = Taken<typeof cancelRegistrationRoute> & { bearer: string | undefined }

/** Somebody cannot come: their seat goes to the next in line, or their place in line is given up. */
export const cancelRegistration =
  ({ links, registrations, seats }: Deps) =>
  async ({ bearer, path: { registrationId } }: Request, now: Date) => {
    await ownRegistration({ links, registrations })(bearer, registrationId, now)
    const left = await seats.giveUp(registrationId, 'attendee', now)
    return { body: await registrationView({ registrations })(left, now) }
  }

const table = deployedTable()
export const handler = http(
  cancelRegistrationRoute().takes,
  cancelRegistration({
    links: await deployedLinks(),
    registrations: registrationStore(table),
    seats: deployedSeating(table),
  }),
)
