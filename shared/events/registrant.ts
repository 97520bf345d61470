import type { Event } from '../domain/event.ts'
import { eventView, whereabouts } from '../domain/event-view.ts'
import type { Registration } from '../domain/registration.ts'
import { hasLapsed } from '../domain/seating.ts'
import type { Seats } from '../domain/seats.ts'
import { badLink, notFound } from '../errors.ts'
import type { Links } from '../links.ts'
import type { RegistrationStore } from '../store/registrations.ts'

type Deps = { links: Links; registrations: Pick<RegistrationStore, 'around' | 'placeOf'> }
type Found = { event: Event; seats: Seats; registration: Registration }

/**
 * Somebody's own registration, with its event and seats, for the link that was mailed to them: 401 when that is forged,
 * too old or revoked, 404 when it is another one's.
 */
export const ownRegistration =
  ({ links, registrations }: Pick<Deps, 'links' | 'registrations'>) =>
  async (token: string | undefined, id: string, now: Date): Promise<Found> => {
    const link = token && (await links.read(token, ['registration'], now))
    if (!link) throw badLink()
    if (link.profileId !== id) throw notFound('registration')
    const found = await registrations.around(id)
    if (found?.registration.linkVersion !== link.linkVersion) throw badLink()
    return found
  }

/** A registration as the person behind it sees it. `position`: 1 is the head of the line. */
export const registrationView =
  ({ registrations }: { registrations: Pick<RegistrationStore, 'placeOf'> }) =>
  async ({ event, seats, registration }: Found, now: Date) => ({
    registrationId: registration.id,
    status: hasLapsed(registration, now) ? 'expired' : registration.status,
    position: registration.status === 'waitlisted' ? await registrations.placeOf(registration) : undefined,
    waitlistLength: seats.waiting,
    offerExpiresAt: registration.dueAt,
    registeredAt: registration.registeredAt,
    person: registration.person,
    answers: registration.answers,
    checkIn: registration.checkIn,
    event: { ...eventView(event, seats, now), ...whereabouts(event, registration) },
  })
