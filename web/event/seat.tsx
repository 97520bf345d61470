import { CalendarLink } from './calendar-link.tsx'
import { Fact } from './facts.tsx'
import { GiveUp } from './give-up.tsx'
import { Join } from './join.tsx'
import { QrCode } from './qr-code.tsx'
import type { RegistrationView } from './views.ts'
import { When } from './when.tsx'
import { isOver } from './words.ts'

type Props = { registration: RegistrationView; token: string; onChanged: () => void }

/** Everything that somebody with a seat needs: when, where, how to get in, how to give it back. */
export function Seat({ registration, token, onChanged }: Props) {
  const { event, checkIn } = registration
  const over = isOver(event, new Date())
  return (
    <>
      {checkIn ? <p class="notice good">You are checked in.</p> : null}
      <dl class="facts">
        <Fact name="When">
          <When event={event} />
        </Fact>
        {event.place ? <Fact name="Where">{event.place}</Fact> : null}
        {event.isOnline ? (
          <Fact name={event.place ? 'Or online' : 'Where'}>
            {over ? 'Online' : <Join registration={registration} token={token} />}
          </Fact>
        ) : null}
        {event.place || event.isOnline ? null : <Fact name="Where">Not known yet. You get an e-mail when it is.</Fact>}
      </dl>
      {over ? null : (
        <>
          {event.hasPlace ? <DoorCode registrationId={registration.registrationId} /> : null}
          <CalendarLink eventId={event.eventId} />
          <p class="hint">
            Our e-mail has an entry for your calendar too
            {event.place ? ', with the place' : event.isOnline ? ', with the link' : ''}: one of the two is enough.
          </p>
          <GiveUp registration={registration} held="confirmed" token={token} onGone={onChanged} />
        </>
      )}
    </>
  )
}

const DoorCode = ({ registrationId }: { registrationId: string }) => (
  <section class="card gap" aria-labelledby="door-code">
    <h2 id="door-code">Your code for the door</h2>
    <p>Show it on your phone, or print this page. Without it your name is enough.</p>
    <QrCode text={registrationId} label="A square code that holds the number of your registration" />
  </section>
)
