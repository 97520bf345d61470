import { Screen } from '../parts/screen.tsx'
import { eventIn } from './registration-token.ts'

/** The link is wrong, too old, or of a registration that is deleted. `registrationId`: as far as the link tells. */
export function DeadRegistrationLink({ registrationId }: { registrationId: string | undefined }) {
  const eventId = registrationId && eventIn(registrationId)
  return (
    <Screen title="This link no longer works" lead="It is too old, or only a part of it came through.">
      <p>
        If you copied the address from an e-mail, make sure that you copied all of it. To get your link again, register
        once more with the same address: we see that you are there, change nothing, and mail you the link.
      </p>
      <p>
        <a class="button" href={eventId ? `/event?id=${encodeURIComponent(eventId)}` : '/events'}>
          {eventId ? 'To the event' : 'See what is on'}
        </a>
      </p>
    </Screen>
  )
}
