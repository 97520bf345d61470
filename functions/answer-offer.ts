import { answerOfferRoute } from '../shared/api/registrations.ts'
import type { Taken } from '../shared/api/route.ts'
import { conflict } from '../shared/errors.ts'
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
  seats: Pick<Seating, 'accept' | 'giveUp'>
}
type Request = Taken<typeof answerOfferRoute> & { bearer: string | undefined }

/**
 * Somebody takes the seat that is held for them, or passes it on to the next in line. The same answer again is the same
 * answer; one that comes too late is 409.
 */
export const answerOffer =
  ({ links, registrations, seats }: Deps) =>
  async ({ bearer, path: { registrationId }, body: { answer } }: Request, now: Date) => {
    const { registration } = await ownRegistration({ links, registrations })(bearer, registrationId, now)
    if (answer === 'decline' && (registration.status === 'confirmed' || registration.status === 'waitlisted')) {
      throw conflict('There is no seat held for you now. You can cancel your registration instead.')
    }
    const answered =
      answer === 'accept'
        ? await seats.accept(registrationId, now)
        : await seats.giveUp(registrationId, 'attendee', now)
    return { body: await registrationView({ registrations })(answered, now) }
  }

const table = deployedTable()
export const handler = http(
  answerOfferRoute().takes,
  answerOffer({
    links: await deployedLinks(),
    registrations: registrationStore(table),
    seats: deployedSeating(table),
  }),
)
