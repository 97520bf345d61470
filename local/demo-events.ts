import * as z from 'zod'
import type { ProfileFormInput } from '../shared/domain/profile-form.ts'
import type { RegistrationBody } from '../shared/domain/registration.ts'
import { inParallel } from '../shared/parallel.ts'
import type { demoApi } from './demo-api.ts'
import { type DemoEvent, demoEvents } from './demo-programme.ts'

const Made = z.object({ eventId: z.string() })
const Registered = z.object({ registrationId: z.string(), status: z.string() })

/** Forms at once: seats of one event are given away one after the other anyway. */
const WIDTH = 2

/** Publishes what is on, and lets the first of these people register: each of them for one event. */
export async function fillEvents(
  api: ReturnType<typeof demoApi>,
  people: readonly ProfileFormInput[],
  log: (line: string) => void,
): Promise<void> {
  let came = 0
  for (const event of demoEvents(new Date())) {
    const coming = people.slice(came, came + event.comers)
    came += event.comers
    const { eventId } = await api.organizer(Made, 'POST', '/api/organizer/events', event.form)
    const registered = await register(api, eventId, event, coming)
    const seats = registered.filter(({ status }) => status === 'confirmed')
    log(`  ${event.form.title}: ${seats.length} have a seat, ${registered.length - seats.length} wait`)
    const [leaver] = event.oneLeaves ? seats : []
    if (!leaver) continue
    const path = `/api/organizer/events/${eventId}/registrations/${leaver.registrationId}`
    await api.organizer(Registered, 'PATCH', path, { status: 'cancelled' })
    log('  one cannot come, and whoever waits first is asked')
  }
}

async function register(
  api: ReturnType<typeof demoApi>,
  eventId: string,
  { answers }: DemoEvent,
  people: readonly ProfileFormInput[],
) {
  const registered: z.output<typeof Registered>[] = []
  await inParallel(people.entries(), WIDTH, async ([nth, person]) => {
    const form = { ...comerOf(person), answers: answers?.(nth) }
    registered.push(Registered.parse(await api.post(`/api/events/${eventId}/registrations`, form)))
  })
  return registered
}

const comerOf = ({
  firstName,
  lastName,
  email,
  employer,
  state,
}: ProfileFormInput): z.input<typeof RegistrationBody> => ({
  firstName,
  lastName,
  email,
  ...(employer && { employer }),
  state,
})
