import { readRegistrationRoute } from '../shared/api/registrations.ts'
import { ownRegistration, registrationView } from '../shared/events/registrant.ts'
import { http } from '../shared/http.ts'
import { deployedLinks } from '../shared/links.ts'
import { deployedTable } from '../shared/store/client.ts'
import { registrationStore } from '../shared/store/registrations.ts'

const registrations = registrationStore(deployedTable())
const read = ownRegistration({ links: await deployedLinks(), registrations })
const view = registrationView({ registrations })

/** Somebody's own registration: whether they have a seat, or which place in line, and where it is if they have one. */
export const handler = http(readRegistrationRoute().takes, async ({ bearer, path }, now) => ({
  body: await view(await read(bearer, path.registrationId, now), now),
}))
