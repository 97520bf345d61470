import type { ComponentChildren } from 'preact'
import { Screen } from '../parts/screen.tsx'
import { AboutEvent } from './about-event.tsx'
import { whyClosed } from './closed.ts'
import { CrisisLine } from './crisis-line.tsx'
import { Offer } from './offer.tsx'
import { PlaceInLine } from './place-in-line.tsx'
import { Seat } from './seat.tsx'
import { Told } from './told.tsx'
import type { RegistrationView } from './views.ts'
import { isOver, ordinal } from './words.ts'

type Props = { registration: RegistrationView; token: string; onChanged: () => void }

/** One registration as it stands, in words, and what can be done about it. */
export function OwnRegistration(props: Props) {
  const { registration } = props
  const { event } = registration
  return (
    <Screen title={titleOf(registration)} lead={<a href={pageOf(event)}>{event.title}</a>}>
      <Standing {...props} />
      {event.kind === 'circle' ? <CrisisLine /> : null}
      <Told registration={registration} />
    </Screen>
  )
}

function titleOf({ status, position, event }: RegistrationView): string {
  if (event.status === 'cancelled') return 'This event is cancelled'
  if (isOver(event, new Date())) return 'This event is over'
  switch (status) {
    case 'confirmed':
      return 'You have a seat'
    case 'waitlisted':
      return position ? `You are ${ordinal(position)} in line` : 'You are in line'
    case 'offered':
      return 'A seat is free for you'
    case 'cancelled':
      return 'You are not registered any more'
    case 'expired':
      return 'The seat went to the next in line'
  }
}

function Standing(props: Props): ComponentChildren {
  const { registration, token, onChanged } = props
  const { event, status, offerExpiresAt } = registration
  if (event.status === 'cancelled')
    return <p>It does not take place, and there is nothing you need to do. We are sorry.</p>
  if (status === 'confirmed') return <Seat {...props} />
  if (isOver(event, new Date())) return <AboutEvent event={event} isOpen={false} />
  if (status === 'waitlisted')
    return (
      <>
        <PlaceInLine {...props} />
        <AboutEvent event={event} isOpen={false} />
      </>
    )
  if (status === 'offered' && offerExpiresAt)
    return (
      <>
        <Offer registration={registration} until={offerExpiresAt} token={token} onAnswered={onChanged} />
        <AboutEvent event={event} isOpen={false} />
      </>
    )
  return <Gone registration={registration} />
}

/** Cancelled, passed on, or not answered in time: there is a way back. */
function Gone({ registration: { event, status } }: { registration: RegistrationView }) {
  const closed = whyClosed(event, new Date())
  return (
    <>
      <p>
        {status === 'expired'
          ? 'We held a seat for you for some time and heard nothing.'
          : 'Your registration is cancelled. Thank you for telling us.'}
      </p>
      {closed ? (
        <p>{closed}</p>
      ) : (
        <>
          <p>Changed your mind? Register again with the same address.</p>
          <p>
            <a class="button" href={pageOf(event)}>
              Register again
            </a>
          </p>
        </>
      )}
      <AboutEvent event={event} isOpen={closed === undefined} />
    </>
  )
}

const pageOf = ({ eventId }: RegistrationView['event']): string => `/event?id=${encodeURIComponent(eventId)}`
